import type { ReadersTexts } from '../protocol/texts';
import { filled } from '../parts/filled';
import { Icon } from '../parts/icon';
import type { Losses, Stop } from './losses';

interface ReaderSummaryProps {
  readonly name: string;
  readonly losses: Losses;
  readonly texts: ReadersTexts;
  /** Goes to the first table of that kind. */
  readonly onVisit: (kind: Stop['kind']) => void;
}

/** The result for a reader in one sentence. Problems are buttons that lead to them. */
export function ReaderSummary({ name, losses, texts, onVisit }: ReaderSummaryProps) {
  const { losing, notTables } = losses;
  const isWell = losing + notTables === 0;
  return (
    <li class={isWell ? 'readers-summary well' : 'readers-summary'}>
      <Icon name={isWell ? 'check' : 'error'} />
      <span class="readers-summary-name">{name}</span>
      {isWell && <span class="readers-quiet">{allWell(losses, texts)}</span>}
      {losing > 0 && (
        <button type="button" class="readers-link" onClick={() => onVisit('losing')}>
          {losingText(losses, texts)}
        </button>
      )}
      {notTables > 0 && (
        <button type="button" class="readers-link" onClick={() => onVisit('not-table')}>
          {notTablesText(losses, texts)}
        </button>
      )}
    </li>
  );
}

function allWell({ tables }: Losses, texts: ReadersTexts): string {
  return tables === 1 ? texts.oneTableWell : filled(texts.allTablesWell, tables);
}

function losingText({ losing, tables }: Losses, texts: ReadersTexts): string {
  return filled(losing === 1 ? texts.oneTableLoses : texts.tablesLose, losing, tables);
}

function notTablesText({ notTables, tables }: Losses, texts: ReadersTexts): string {
  return filled(notTables === 1 ? texts.oneIsNoTable : texts.areNoTables, notTables, tables);
}
