import type { InputHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { TRIED_ID, type FieldProps } from './field';

interface TextEditorProps extends FieldProps {
  readonly before: string;
  readonly typed: string;
  readonly replaces: boolean;
  /** What makes the field more than plain text. */
  readonly more?: InputHTMLAttributes<HTMLInputElement>;
}

/** A cell of plain text. */
export function TextEditor({ label, before, typed, replaces, more, onChange }: TextEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  // Immediately, because the next key is for this field.
  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.value = typed === '' ? before : typed;
    field.focus();
    if (replaces && typed === '') field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
    if (typed !== '') onChange(typed);
  }, []);
  return (
    <input
      ref={input}
      class="field"
      type="text"
      dir="auto"
      aria-label={label}
      aria-describedby={TRIED_ID}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value)}
      {...more}
    />
  );
}
