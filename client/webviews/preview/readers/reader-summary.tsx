import { defineTexts } from '../../shared/texts';
import { Icon } from '../parts/icon';
import type { Losses, Stop } from './losses';

const texts = defineTexts('preview/reader-summary', {
  well: '{tables, plural, one {The table is shown in full} other {All # tables are shown in full}}',
  losing:
    '{losing, plural, one {# of {tables, number} tables loses text} other {# of {tables, number} tables lose text}}',
  notTables:
    "{notTables, plural, one {# of {tables, number} isn't displayed as a table} other {# of {tables, number} aren't displayed as tables}}",
  shortRows: '{rows, plural, one {# row has too few cells} other {# rows have too few cells}}',
});

interface ReaderSummaryProps {
  readonly name: string;
  readonly losses: Losses;
  /** Goes to the first table of that kind. */
  readonly onVisit: (kind: Stop['kind']) => void;
}

/** The result for a reader in one sentence. Problems are buttons that lead to them. */
export function ReaderSummary({ name, losses, onVisit }: ReaderSummaryProps) {
  const { tables, losing, notTables, shortRows } = losses;
  const isWell = losing + notTables + shortRows === 0;
  return (
    <li class={isWell ? 'readers-summary well' : 'readers-summary'}>
      <Icon name={isWell ? 'check' : 'error'} />
      <span class="readers-summary-name">{name}</span>
      {isWell && <span class="readers-quiet">{texts.well({ tables })}</span>}
      {losing > 0 && (
        <button type="button" class="readers-link" onClick={() => onVisit('losing')}>
          {texts.losing({ losing, tables })}
        </button>
      )}
      {notTables > 0 && (
        <button type="button" class="readers-link" onClick={() => onVisit('not-table')}>
          {texts.notTables({ notTables, tables })}
        </button>
      )}
      {shortRows > 0 && <span>{texts.shortRows({ rows: shortRows })}</span>}
    </li>
  );
}
