import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfferedTerm } from '../../src/common/preview/messages';
import { offersFor, offerToTake, type Offer } from '../model/offers';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import { plainText } from '../parts/plain-pieces';
import { PlainText } from '../parts/plain-text';
import { TRIED_ID, type FieldProps } from './cell-editor';

interface WordsEditorProps extends FieldProps {
  readonly words: readonly string[];
  readonly offered: readonly OfferedTerm[];
  /** What was typed to begin with. */
  readonly typed: string;
}

/** A list of words: those that the language of the page has are offered, any other can be typed. */
export function WordsEditor({ label, texts: { editor }, words, offered, typed: first, onChange, onEnter }: WordsEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(first);
  const [active, setActive] = useState(-1);
  const offers = offersFor(typed, offered);
  const labels = new Map(offered.map((term) => [term.id, term.label]));
  useLayoutEffect(() => input.current?.focus(), []);
  useLayoutEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const type = (text: string): void => {
    setTyped(text);
    setActive(-1);
  };
  const toggle = ({ value }: Offer): void => {
    onChange(words.includes(value) ? words.filter((word) => word !== value) : [...words, value]);
    type('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const taken = offerToTake(typed, offers, active);
    if (event.key === 'ArrowDown') setActive(active >= offers.length - 1 ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? offers.length - 1 : active - 1);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter(words);
    else if (event.key === 'Enter' && taken !== undefined) toggle(taken);
    else if (event.key === 'Backspace' && typed === '' && words.length > 0) onChange(words.slice(0, -1));
    else {
      // What was typed and not taken yet goes along with Tab.
      if (event.key === 'Tab' && typed.trim() !== '' && taken !== undefined && !words.includes(taken.value)) onChange([...words, taken.value]);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div class="word-field">
        {words.map((word) => (
          <span key={word} class={labels.has(word) ? 'chip' : 'chip unknown'}>
            <PlainText text={labels.get(word) ?? word} />
            <button type="button" class="remove" tabIndex={-1} aria-label={filled(editor.remove, plainText(labels.get(word) ?? word))} onClick={() => onChange(words.filter((one) => one !== word))}><Icon name="close" /></button>
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
          placeholder={words.length === 0 ? editor.choose : ''}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id="offers" class="offers" role="listbox" aria-multiselectable="true" aria-label={label}>
        {offers.map((offer, index) => (
          <div key={offer.value} id={`offer-${index}`} class={index === active ? 'option active' : 'option'} role="option" aria-selected={words.includes(offer.value)} onClick={() => toggle(offer)}>
            <span class="menu-mark">{words.includes(offer.value) && <Icon name="check" />}</span>
            <span class="menu-label">{offer.isFree ? filled(editor.takeWord, offer.label) : offer.label}</span>
          </div>
        ))}
      </div>
    </>
  );
}
