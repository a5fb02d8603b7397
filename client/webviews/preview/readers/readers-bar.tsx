import type { ReadersTexts } from '../protocol/texts';
import type { Reader, WhichTables } from './losses';

export type ReaderChoice = Reader | 'both';
const CHOICES: readonly ReaderChoice[] = ['gfm', 'docfx', 'both'];

interface ReadersBarProps {
  readonly texts: ReadersTexts;
  readonly choice: ReaderChoice;
  readonly onChoose: (choice: ReaderChoice) => void;
  readonly which: WhichTables;
  readonly onWhich: (which: WhichTables) => void;
  /** The number of places to go to. */
  readonly stops: number;
  readonly onStep: (direction: 1 | -1) => void;
}

/** The choice of reader and tables, and the navigation between losses. */
export function ReadersBar({ texts, choice, onChoose, which, onWhich, stops, onStep }: ReadersBarProps) {
  return (
    <div class="readers-bar">
      <fieldset class="switch readers-switch">
        <legend class="hidden">{texts.chooseReader}</legend>
        {CHOICES.map((one) => (
          <label key={one} class={one === choice ? 'choice chosen' : 'choice'}>
            <input type="radio" name="reader" checked={one === choice} onChange={() => onChoose(one)} />
            <span>{texts[one]}</span>
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
