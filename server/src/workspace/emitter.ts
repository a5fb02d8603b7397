/** Adds a listener. Returns the function that removes it. */
export type Event<Value> = (listener: (value: Value) => void) => () => void;

/** The owner's side of an event. */
export class Emitter<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  readonly event: Event<Value> = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Calls all listeners, in the order in which they were added. */
  fire(value: Value): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
