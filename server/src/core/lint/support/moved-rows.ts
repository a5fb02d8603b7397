import type { MovedRows, ReorderedRows, RowPair } from '../../comparison/structure.js';
import type { TranslationComparison } from '../../comparison/translations.js';
import type { Playbook } from '../../model/playbook.js';
import type { PlacedTable } from '../../model/tables.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { PlacedTask } from '../../workspace-index/page-summary.js';
import { atOnePlace, insertBeside, neighbourOf } from './missing-rows.js';
import { tableOfRowAt } from './own-words.js';
import { removeLines } from './whole-lines.js';

/**
 * Moves the rows to where English has them, with their text. Empty unless all of them have certain places in a table with
 * the same columns.
 */
export function moveRows({ rows, to }: MovedRows, comparison: TranslationComparison, playbook: Playbook): TextEdit[] {
  const { start, end } = to.translated;
  const insertions = rows.flatMap((row): TextEdit[] => {
    const neighbour = neighbourOf(row.english, comparison, (other) => start <= other.start && other.start < end);
    if (neighbour === undefined || !areAlike(row.translated, neighbour.row, playbook)) return [];
    return [insertBeside(neighbour, sourceOf(row.translated, playbook), playbook)];
  });
  if (insertions.length < rows.length) return [];
  return [...atOnePlace(insertions), ...removals(rows, playbook)];
}

function removals(rows: readonly RowPair[], { text }: Playbook): TextEdit[] {
  return rows.map(({ translated: { start, value } }) => removeLines(text, { start, end: start + value.length }));
}

/** Writes the rows in the order of the English page. Empty unless they are whole, and in one table. */
export function orderRows({ rows }: ReorderedRows, playbook: Playbook): TextEdit[] {
  const here = rows.map(({ translated }) => translated).sort((a, b) => a.start - b.start);
  const [first] = here;
  if (first === undefined || !here.every((row) => isWhole(row) && tableOf(row, playbook) === tableOf(first, playbook)))
    return [];
  return here.flatMap((row, at): TextEdit[] => {
    const wanted = rows[at]?.translated;
    if (wanted === undefined || wanted === row) return [];
    return [{ span: { start: row.start, end: row.start + row.value.length }, newText: sourceOf(wanted, playbook) }];
  });
}

function sourceOf({ start, value }: PlacedTask, { text }: Playbook): string {
  return text.slice(start, start + value.length);
}

function tableOf({ start }: PlacedTask, { tables }: Playbook): PlacedTable | undefined {
  return tableOfRowAt(start, tables);
}

/** A broken row may contain other text on its line. */
function isWhole({ value }: PlacedTask): boolean {
  return value.name !== undefined;
}

function areAlike(row: PlacedTask, other: PlacedTask, playbook: Playbook): boolean {
  const [one, two] = [tableOf(row, playbook), tableOf(other, playbook)];
  if (one === undefined || two === undefined || !isWhole(row) || !isWhole(other)) return false;
  const columns = ({ schema }: PlacedTable): string =>
    [...schema.columns.map(({ id }) => id ?? '?'), ...schema.letters].join(' ');
  return columns(one) === columns(two);
}
