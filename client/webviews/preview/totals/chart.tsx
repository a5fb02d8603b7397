import { useState } from 'preact/hooks';
import { defineTexts, numberText } from '../../shared/texts';
import { PlainText } from '../parts/plain-text';
import { plainText } from '../parts/plain-pieces';
import type { Tally, TaskGroup } from './counts';
import { TALLY_NAMES } from './tally-names';

const texts = defineTexts('preview/chart', {
  showAll: { text: 'Show all {count, number}', note: 'A button. {count}: how many roles, services, phases or steps.' },
  showFewer: { text: 'Show fewer', note: 'A button that undoes "Show all".' },
  pick: { text: 'Show only these tasks: {group}', note: '{group} is a role, a service or a phase.' },
});

interface ChartProps {
  readonly title: string;
  readonly groups: readonly TaskGroup[];
  /** The name of the group of tasks without a value. */
  readonly none: string;
  /** `null`: there is no filter for it. */
  readonly onPick: ((value: string) => void) | null;
}

/** More are shown on request. */
const FEW = 8;

/** Bars whose length shows the number of tasks; a table for screen readers. A single group says no more than the numbers above. */
export function Chart({ title, groups, none, onPick }: ChartProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (groups.length < 2) return null;
  const shown = isWhole ? groups : groups.slice(0, FEW);
  const longest = groups.reduce((most, { tally }) => Math.max(most, tally.tasks), 0);
  const hasUnclear = groups.some(({ tally }) => tally.unclear > 0);
  return (
    <div class="totals-chart">
      <table>
        <ChartHeader title={title} hasUnclear={hasUnclear} />
        <tbody>
          {shown.map(({ value, label, tally }) => (
            <tr key={value}>
              <th scope="row">
                <Name label={label === '' ? none : label} onPick={onPick && (() => onPick(value))} />
              </th>
              <td class="totals-bar">
                <Bar tally={tally} longest={longest} />
              </td>
              <td>{numberText(tally.mandatory)}</td>
              <td>{numberText(tally.optional)}</td>
              {hasUnclear && <td>{numberText(tally.unclear)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > FEW && (
        <button type="button" class="totals-more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? texts.showFewer : texts.showAll({ count: groups.length })}
        </button>
      )}
    </div>
  );
}

/** The patterns are above their numbers; their names are for screen readers and tooltips. */
function ChartHeader({ title, hasUnclear }: { readonly title: string; readonly hasUnclear: boolean }) {
  const kinds = hasUnclear ? (['mandatory', 'optional', 'unclear'] as const) : (['mandatory', 'optional'] as const);
  return (
    <thead>
      <tr>
        <th scope="col">{title}</th>
        <th scope="col">
          <span class="hidden">{TALLY_NAMES.tasks}</span>
        </th>
        {kinds.map((kind) => (
          <th key={kind} scope="col" title={TALLY_NAMES[kind]}>
            <span class={`totals-sample ${kind}`} aria-hidden="true" />
            <span class="hidden">{TALLY_NAMES[kind]}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Name({ label, onPick }: { readonly label: string; readonly onPick: (() => void) | null }) {
  const name = <PlainText text={label} limit={200} />;
  if (onPick === null)
    return (
      <span class="totals-name" title={plainText(label)}>
        {name}
      </span>
    );
  return (
    <button type="button" class="totals-name" title={texts.pick({ group: plainText(label) })} onClick={onPick}>
      {name}
    </button>
  );
}

function Bar({ tally, longest }: { readonly tally: Tally; readonly longest: number }) {
  return (
    <span class="totals-measure">
      <span class="totals-track" aria-hidden="true">
        {(['mandatory', 'optional', 'unclear'] as const).map(
          (kind) =>
            tally[kind] > 0 && (
              <span key={kind} class={`totals-part ${kind}`} style={{ width: `${(100 * tally[kind]) / longest}%` }} />
            ),
        )}
      </span>
      <span class="totals-number">{numberText(tally.tasks)}</span>
    </span>
  );
}
