import { useState } from 'preact/hooks';
import type { PreviewTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { PlainText } from '../parts/plain-text';
import { plainText } from '../parts/plain-pieces';
import type { Tally, TaskGroup } from './counts';

interface ChartProps {
  readonly title: string;
  readonly groups: readonly TaskGroup[];
  /** The name of the group of tasks without a value. */
  readonly none: string;
  readonly texts: PreviewTexts;
  /** `null`: there is no filter for it. */
  readonly onPick: ((value: string) => void) | null;
}

/** More are shown on request. */
const FEW = 8;

/** Bars whose length shows the number of tasks; a table for screen readers. A single group says no more than the numbers above. */
export function Chart({ title, groups, none, texts, onPick }: ChartProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (groups.length < 2) return null;
  const shown = isWhole ? groups : groups.slice(0, FEW);
  const longest = groups.reduce((most, { tally }) => Math.max(most, tally.tasks), 0);
  const hasUnclear = groups.some(({ tally }) => tally.unclear > 0);
  return (
    <div class="totals-chart">
      <table>
        <ChartHeader title={title} hasUnclear={hasUnclear} texts={texts} />
        <tbody>
          {shown.map(({ value, label, tally }) => (
            <tr key={value}>
              <th scope="row">
                <Name label={label === '' ? none : label} texts={texts} onPick={onPick && (() => onPick(value))} />
              </th>
              <td class="totals-bar">
                <Bar tally={tally} longest={longest} />
              </td>
              <td>{tally.mandatory.toLocaleString()}</td>
              <td>{tally.optional.toLocaleString()}</td>
              {hasUnclear && <td>{tally.unclear.toLocaleString()}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > FEW && (
        <button type="button" class="totals-more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? texts.totals.showFewer : filled(texts.totals.showAll, groups.length)}
        </button>
      )}
    </div>
  );
}

/** The patterns are above their numbers; their names are for screen readers and tooltips. */
function ChartHeader({
  title,
  hasUnclear,
  texts: { totals },
}: {
  readonly title: string;
  readonly hasUnclear: boolean;
  readonly texts: PreviewTexts;
}) {
  const kinds = hasUnclear ? (['mandatory', 'optional', 'unclear'] as const) : (['mandatory', 'optional'] as const);
  return (
    <thead>
      <tr>
        <th scope="col">{title}</th>
        <th scope="col">
          <span class="hidden">{totals.tasks}</span>
        </th>
        {kinds.map((kind) => (
          <th key={kind} scope="col" title={totals[kind]}>
            <span class={`totals-sample ${kind}`} aria-hidden="true" />
            <span class="hidden">{totals[kind]}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Name({
  label,
  texts,
  onPick,
}: {
  readonly label: string;
  readonly texts: PreviewTexts;
  readonly onPick: (() => void) | null;
}) {
  const name = <PlainText text={label} limit={200} />;
  if (onPick === null)
    return (
      <span class="totals-name" title={plainText(label)}>
        {name}
      </span>
    );
  return (
    <button type="button" class="totals-name" title={filled(texts.totals.pick, plainText(label))} onClick={onPick}>
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
      <span class="totals-number">{tally.tasks.toLocaleString()}</span>
    </span>
  );
}
