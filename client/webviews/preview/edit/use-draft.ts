import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Draft<Value> {
  readonly value: Value;
  /** Also set before the text is rendered, because keys may be faster. */
  readonly latest: () => Value;
  readonly set: (value: Value) => void;
}

/** The text being typed. It is reported to `onDraft`, so that it isn't lost if the editor has to close. */
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
