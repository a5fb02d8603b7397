import { useLayoutEffect, useRef } from 'preact/hooks';
import { TRIED_ID, type FieldProps } from './cell-editor';

/** A cell of plain text. `isAnew`: what was typed takes the place of what was there, and typing goes on. */
export function TextEditor({ label, text, isAnew, onChange }: FieldProps & { readonly text: string; readonly isAnew: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  // At once: the next key is for this field.
  useLayoutEffect(() => {
    input.current?.focus();
    if (!isAnew) input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      class="field"
      type="text"
      dir="auto"
      value={text}
      aria-label={label}
      aria-describedby={TRIED_ID}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
