import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Draft<Value> {
  readonly value: Value;
  /** Also before it is drawn: keys may come faster. */
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
}

/** What is being typed. `onDraft` is told of it: it is not to be lost when the editor has to close. */
export function useDraft<Value>(first: Value, onDraft: (value: Value) => void): Draft<Value> {
  const [value, setValue] = useState(first);
  const latest = useRef(first);
  useLayoutEffect(() => onDraft(latest.current), []);
  const set = (next: Value): void => {
    latest.current = next;
    setValue(() => next);
    onDraft(next);
  };
  return { value, latest: () => latest.current, set };
}
