import { NO_VALUE } from '../columns';
import type { PreviewTexts } from '../protocol/texts';
import type { Tally } from './counts';

interface SumsProps {
  readonly tally: Tally;
  readonly texts: PreviewTexts;
  readonly onPick: (obligation: string) => void;
}

/** The numbers of all tasks. They also explain the patterns of the charts. */
export function Sums({ tally, texts: { totals }, onPick }: SumsProps) {
  return (
    <ul class="totals-sums">
      <li>
        <span class="totals-sum">
          <b>{tally.tasks.toLocaleString()}</b> {totals.tasks}
        </span>
      </li>
      <Sum kind="mandatory" count={tally.mandatory} name={totals.mandatory} onPick={() => onPick('mandatory')} />
      <Sum kind="optional" count={tally.optional} name={totals.optional} onPick={() => onPick('optional')} />
      {tally.unclear > 0 && (
        <Sum kind="unclear" count={tally.unclear} name={totals.unclear} onPick={() => onPick(NO_VALUE)} />
      )}
    </ul>
  );
}

interface SumProps {
  readonly kind: Exclude<keyof Tally, 'tasks'>;
  readonly count: number;
  readonly name: string;
  readonly onPick: () => void;
}

function Sum({ kind, count, name, onPick }: SumProps) {
  return (
    <li>
      <button type="button" class="totals-sum" disabled={count === 0} onClick={onPick}>
        <span class={`totals-sample ${kind}`} aria-hidden="true" />
        <b>{count.toLocaleString()}</b> {name}
      </button>
    </li>
  );
}
