import { useLayoutEffect, useRef } from 'preact/hooks';
import { format } from '../../shared/texts';
import { MEANINGS } from '../columns';
import type { PreviewTable } from '../protocol/messages';
import { ObligationBadge } from '../parts/obligation-badge';
import { TRIED_ID, type FieldProps } from './field';

interface ChoiceEditorProps extends FieldProps {
  readonly chosen: string;
  /** A letter that selects this choice; can be empty. */
  readonly typed: string;
  readonly letters: PreviewTable['letters'];
}

/** Mandatory or optional, with the letters of the table. */
export function ChoiceEditor({ label, chosen, typed, letters, onChange, onEnter }: ChoiceEditorProps) {
  const list = useRef<HTMLDivElement>(null);
  const choices = [
    { letter: letters.mandatory, obligation: 'mandatory' },
    { letter: letters.optional, obligation: 'optional' },
  ] as const;
  const chooseBy = (key: string): boolean => {
    const choice = choices.find(({ letter, obligation }) =>
      [letter, format(MEANINGS[obligation])].some((name) => name.toLowerCase().startsWith(key.toLowerCase())),
    );
    if (choice !== undefined) onChange(choice.letter);
    return choice !== undefined;
  };
  useLayoutEffect(() => {
    list.current?.focus();
    if (typed !== '') chooseBy(typed);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight' || event.key === 'End') onChange(letters.optional);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft' || event.key === 'Home') onChange(letters.mandatory);
    else if (event.key === ' ') onChange(chosen === letters.mandatory ? letters.optional : letters.mandatory);
    else if (event.key.length !== 1 || event.ctrlKey || event.metaKey || !chooseBy(event.key)) return;
    event.preventDefault();
  };
  const active = choices.findIndex(({ letter }) => letter === chosen);
  return (
    <div
      ref={list}
      class="choices"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-describedby={TRIED_ID}
      aria-activedescendant={active === -1 ? undefined : `choice-${active}`}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ letter, obligation }, index) => (
        <div
          key={obligation}
          id={`choice-${index}`}
          class="option"
          role="option"
          aria-selected={index === active}
          onClick={() => onEnter(letter)}
        >
          <ObligationBadge letter={letter} obligation={obligation} />
        </div>
      ))}
    </div>
  );
}
