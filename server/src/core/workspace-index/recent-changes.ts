/** Which tasks changed last. */
export class RecentChanges {
  readonly #changes: { readonly revision: number; readonly ids: ReadonlySet<string> }[] = [];
  /** What changed until then isn't known any more. */
  #unknownUntil = 0;

  add(ids: ReadonlySet<string>, revision: number): void {
    if (ids.size === 0) return;
    this.#changes.push({ revision, ids });
    if (this.#changes.length > MOST_CHANGES) this.#unknownUntil = this.#changes.shift()?.revision ?? revision;
  }

  /** From now on, it isn't known what changed until this revision. */
  forget(revision: number): void {
    this.#changes.length = 0;
    this.#unknownUntil = revision;
  }

  /** The IDs that changed after the revision. `undefined`: not known. */
  since(revision: number): ReadonlySet<string> | undefined {
    if (revision < this.#unknownUntil) return undefined;
    return new Set(this.#changes.flatMap((change) => (change.revision > revision ? [...change.ids] : [])));
  }
}

/** More than an author makes between two requests. */
const MOST_CHANGES = 50;
