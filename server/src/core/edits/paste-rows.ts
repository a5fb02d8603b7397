import { defineMessages, type Message } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type PlacedTable, type TableKind } from '../model/tables.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { MandatoryLetters } from '../vocabulary/vocabulary.js';
import { cellSource, lineBreakIn } from './cell-text.js';
import { cleanText } from './clean-text.js';
import { mapColumns, type TargetColumn } from './column-mapping.js';
import { isRefusal, type CaretEdits, type Refusal } from './edit-result.js';
import { rowsBelow } from './insert-row.js';
import { newColumns, newTaskTable } from './insert-table.js';
import { inPageWords, joinTerms } from './page-terms.js';
import type { PastedRows } from './pasted-rows.js';
import { unitAt } from './table-lines.js';
import { hasConflict, IN_CONFLICT, rowAt } from './table-places.js';
import { asTableLetter } from './task-cells.js';
import { mandatoryLettersOf } from './task-letters.js';
import { newTaskPlaceAt } from './new-task-place.js';

const texts = defineMessages('paste-rows', {
  noRows: 'The clipboard contains no rows',
  onlyHeader: 'The clipboard contains a header, but no rows',
});

export interface Pasting extends CaretEdits {
  /** The copied columns that match no column of the table: `"State"`, or `column 3` if a column has no header. */
  readonly leftOut: readonly Message[];
  /** The rows are in a new table, because the page has none here. */
  readonly isNewTable: boolean;
}

/**
 * Adds copied rows: after the row at `offset` of any table, otherwise where a new task would go. Their texts are
 * cleaned up; known letters, roles and services are written as on the page.
 */
export function pasteRows(playbook: Playbook, offset: number, pasted: PastedRows): Pasting | Refusal {
  if (pasted.length === 0) return { refused: texts.noRows };
  const place = tablePlaceAt(playbook, offset) ?? newTaskPlaceAt(playbook, offset);
  if (place.kind !== 'page' && hasConflict(place.table)) return IN_CONFLICT;
  const target = place.kind === 'page' ? newTarget(playbook) : targetOf(place.table, playbook);
  const mapped = mapColumns(
    pasted.map((row) => row.map((cell) => cleanText(cell, playbook.language))),
    target.columns,
    playbook.vocabulary,
  );
  if (isRefusal(mapped)) return mapped;
  if (mapped.rows.length === 0) return { refused: texts.onlyHeader };
  const rows = mapped.rows.map((row) => row.map((cell, column) => cellFor(cell, target, column, playbook)));
  const insertion =
    place.kind === 'page' ? newTaskTable(playbook, place, rows) : rowsBelow(playbook, place.table, place.index, rows);
  return { ...insertion, leftOut: mapped.leftOut, isNewTable: place.kind === 'page' };
}

/**
 * The line of the table at `offset` after which rows go, whatever the kind of table; otherwise the place for new tasks.
 */
function tablePlaceAt(
  playbook: Playbook,
  offset: number,
): { readonly kind: 'table'; readonly table: PlacedTable; readonly index: number } | undefined {
  const row = rowAt(playbook, offset);
  if (row === undefined || row.table.schema.kind === 'task') return undefined;
  const { table, index } = row;
  if (isBodyRow(table.table, index)) return { kind: 'table', table, index: unitAt(playbook, table, index).last };
  return { kind: 'table', table, index: Math.max(table.table.header ?? 0, table.table.delimiter ?? 0) };
}

/** The target of pasted rows. */
interface Target {
  readonly kind: TableKind;
  readonly columns: readonly TargetColumn[];
  readonly letters: MandatoryLetters;
}

function targetOf({ schema }: PlacedTable, playbook: Playbook): Target {
  return {
    kind: schema.kind,
    columns: schema.columns.map(({ id, cell }) => ({ id, header: cell?.text ?? '' })),
    letters: mandatoryLettersOf(schema, playbook),
  };
}

function newTarget(playbook: Playbook): Target {
  return {
    kind: 'task',
    columns: newColumns(playbook).map((id) => ({ id, header: '' })),
    letters: playbook.vocabulary.letters[playbook.language],
  };
}

function cellFor(text: string, { kind, columns, letters }: Target, column: number, playbook: Playbook): string {
  const { roles, services } = playbook.vocabulary;
  const plain = cellSource(text, lineBreakIn(kind));
  switch (columns[column]?.id) {
    case 'mo':
      return asTableLetter(plain, letters, playbook);
    case 'role':
      return termCell(text, roles, playbook) ?? inPageWords(plain, roles, playbook);
    case 'services':
      return termCell(text, services, playbook) ?? inPageWords(plain, services, playbook);
    default:
      return plain;
  }
}

/** One known role or service per line is a list of them. */
function termCell(text: string, terms: TermSet, playbook: Playbook): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 1 && lines.every((line) => terms.lookup(line).length > 0)
    ? joinTerms(lines, terms, playbook)
    : undefined;
}
