import { defineTexts } from '../../shared/texts';
import type { Reader, WhichTables } from './losses';
import { READER_NAMES } from './reader-names';

const texts = defineTexts('preview/readers-bar', {
  reader: { text: 'Reader', note: 'Label of a choice of where a page is read: on GitHub, on the published site.' },
  both: { text: 'Both, side by side', note: 'The choice to show the page for both kinds of readers.' },
  allTables: { text: 'All tables', note: 'A checkbox: show all tables of the page, not only task tables.' },
  losses: {
    text: 'Text that is not shown',
    note: 'Label of two buttons, "Previous" and "Next". Read by screen readers.',
  },
  previous: { text: 'Previous', note: 'A button: go to the previous text that readers do not see.' },
  next: { text: 'Next', note: 'A button: go to the next text that readers do not see.' },
  previousHint: 'Go to the previous text that is not shown (Shift+F8)',
  nextHint: 'Go to the next text that is not shown (F8)',
});

export type ReaderChoice = Reader | 'both';
const CHOICES: readonly ReaderChoice[] = ['gfm', 'docfx', 'both'];

interface ReadersBarProps {
  readonly choice: ReaderChoice;
  readonly onChoose: (choice: ReaderChoice) => void;
  readonly which: WhichTables;
  readonly onWhich: (which: WhichTables) => void;
  /** The number of places to go to. */
  readonly stops: number;
  readonly onStep: (direction: 1 | -1) => void;
}

/** The choice of reader and tables, and the navigation between losses. */
export function ReadersBar({ choice, onChoose, which, onWhich, stops, onStep }: ReadersBarProps) {
  return (
    <div class="readers-bar">
      <fieldset class="switch readers-switch">
        <legend class="hidden">{texts.reader}</legend>
        {CHOICES.map((one) => (
          <label key={one} class={one === choice ? 'choice chosen' : 'choice'}>
            <input type="radio" name="reader" checked={one === choice} onChange={() => onChoose(one)} />
            <span>{one === 'both' ? texts.both : READER_NAMES[one]}</span>
          </label>
        ))}
      </fieldset>
      <label class="readers-all">
        <input
          type="checkbox"
          checked={which === 'all tables'}
          onChange={() => onWhich(which === 'all tables' ? 'task tables' : 'all tables')}
        />
        <span>{texts.allTables}</span>
      </label>
      {stops > 0 && (
        <div class="readers-steps" role="group" aria-label={texts.losses}>
          <button type="button" class="readers-button" title={texts.previousHint} onClick={() => onStep(-1)}>
            {texts.previous}
          </button>
          <button type="button" class="readers-button" title={texts.nextHint} onClick={() => onStep(1)}>
            {texts.next}
          </button>
        </div>
      )}
    </div>
  );
}
