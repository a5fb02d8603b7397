import { numberText } from '../../shared/texts';
import { NO_VALUE } from '../columns';
import type { Tally } from './counts';
import { TALLY_NAMES } from './tally-names';

interface SumsProps {
  readonly tally: Tally;
  readonly onPick: (obligation: string) => void;
}

/** The numbers of all tasks. They also explain the patterns of the charts. */
export function Sums({ tally, onPick }: SumsProps) {
  return (
    <ul class="totals-sums">
      <li>
        <span class="totals-sum">
          <b>{numberText(tally.tasks)}</b> {TALLY_NAMES.tasks}
        </span>
      </li>
      <Sum kind="mandatory" count={tally.mandatory} onPick={() => onPick('mandatory')} />
      <Sum kind="optional" count={tally.optional} onPick={() => onPick('optional')} />
      {tally.unclear > 0 && <Sum kind="unclear" count={tally.unclear} onPick={() => onPick(NO_VALUE)} />}
    </ul>
  );
}

interface SumProps {
  readonly kind: Exclude<keyof Tally, 'tasks'>;
  readonly count: number;
  readonly onPick: () => void;
}

function Sum({ kind, count, onPick }: SumProps) {
  return (
    <li>
      <button type="button" class="totals-sum" disabled={count === 0} onClick={onPick}>
        <span class={`totals-sample ${kind}`} aria-hidden="true" />
        <b>{numberText(count)}</b> {TALLY_NAMES[kind]}
      </button>
    </li>
  );
}
