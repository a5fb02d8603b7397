import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { OfferedTerm } from '../protocol/messages';
import { offersFor, offerToTake, type Offer } from '../model/offers';
import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import { TRIED_ID, type FieldProps } from './field';

const texts = defineTexts('preview/words-editor', {
  choose: { text: 'Type to find a word', note: 'In an empty field. The words are roles or services.' },
  take: { text: 'Use "{word}"', note: 'Adds a typed word that is not in the list of known words.' },
  remove: { text: 'Remove {word}', note: 'A button that removes a role or a service from a list.' },
});

interface WordsEditorProps extends FieldProps {
  readonly before: readonly string[];
  readonly offered: readonly OfferedTerm[];
  readonly typed: string;
  readonly replaces: boolean;
}

/** A list of words. The words of the page's language are suggested, and any other word can be typed. */
export function WordsEditor({ label, before, offered, typed: first, replaces, onChange, onEnter }: WordsEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(first === '' ? before : NONE);
  const [typed, setTyped] = useState(first);
  const [active, setActive] = useState(-1);
  // The first letter replaces selected words.
  const [isSelected, setSelected] = useState(replaces && first === '' && before.length > 0);
  const offers = offersFor(typed, offered);
  const labels = new Map(offered.map((term) => [term.id, term.label]));
  useLayoutEffect(() => {
    input.current?.focus();
    if (first !== '') onChange(withTyped(NONE, first, offered));
  }, []);
  useLayoutEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const change = (nextWords: readonly string[], nextTyped: string): void => {
    setWords(nextWords);
    setTyped(nextTyped);
    setActive(-1);
    setSelected(false);
    onChange(withTyped(nextWords, nextTyped, offered));
  };
  const toggle = ({ value }: Offer): void =>
    change(words.includes(value) ? words.filter((word) => word !== value) : [...words, value], '');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const taken = offerToTake(typed, offers, active);
    if (event.key === 'ArrowDown') setActive(active >= offers.length - 1 ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? offers.length - 1 : active - 1);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter();
    else if (event.key === 'Enter' && taken !== undefined) toggle(taken);
    else if ((event.key === 'Backspace' || event.key === 'Delete') && isSelected) change(NONE, '');
    else if (event.key === 'Backspace' && typed === '' && words.length > 0) change(words.slice(0, -1), '');
    else {
      // Tab also accepts the highlighted word.
      if (event.key === 'Tab' && typed.trim() !== '' && taken !== undefined && !words.includes(taken.value))
        onChange([...words, taken.value]);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div class={isSelected ? 'word-field selected' : 'word-field'}>
        {words.map((word) => (
          <span key={word} class={labels.has(word) ? 'chip' : 'chip unknown'}>
            <PlainText text={labels.get(word) ?? word} />
            <button
              type="button"
              class="remove"
              tabIndex={-1}
              aria-label={texts.remove({ word: plainText(labels.get(word) ?? word) })}
              onClick={() =>
                change(
                  words.filter((one) => one !== word),
                  typed,
                )
              }
            >
              <Icon name="close" />
            </button>
          </span>
        ))}
        <input
          ref={input}
          type="text"
          dir="auto"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls="offers"
          aria-autocomplete="list"
          aria-activedescendant={active === -1 ? undefined : `offer-${active}`}
          aria-describedby={TRIED_ID}
          spellcheck={false}
          autocomplete="off"
          placeholder={words.length === 0 ? texts.choose : ''}
          value={typed}
          onInput={(event) => change(isSelected ? NONE : words, event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id="offers" class="offers" role="listbox" aria-multiselectable="true" aria-label={label}>
        {offers.map((offer, index) => (
          <div
            key={offer.value}
            id={`offer-${index}`}
            class={index === active ? 'option active' : 'option'}
            role="option"
            aria-selected={words.includes(offer.value)}
            onClick={() => toggle(offer)}
          >
            <span class="menu-mark">{words.includes(offer.value) && <Icon name="check" />}</span>
            <span class="menu-label">{offer.isFree ? texts.take({ word: offer.label }) : offer.label}</span>
          </div>
        ))}
      </div>
    </>
  );
}

const NONE: readonly string[] = [];

/** Includes the typed word that isn't accepted yet. */
function withTyped(words: readonly string[], typed: string, offered: readonly OfferedTerm[]): readonly string[] {
  const taken = offerToTake(typed, offersFor(typed, offered), -1)?.value;
  return taken === undefined || words.includes(taken) ? words : [...words, taken];
}
