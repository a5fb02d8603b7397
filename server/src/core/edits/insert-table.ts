import { defineMessages } from '../../messages/index.js';
import type { Playbook } from '../model/playbook.js';
import type { TaskColumnId } from '../vocabulary/vocabulary.js';
import { placeIn } from './caret-in-row.js';
import type { CaretEdits, CaretResult } from './edit-result.js';
import { delimiterCell } from './even-rows.js';
import { blockEndAt, insertBlock, scopeAt } from './page-blocks.js';
import { compactLayout, writeRow } from './row-layout.js';
import { rowAt } from './table-places.js';
import { letterProblem, taskCells, type TaskTexts } from './task-cells.js';
import { isAboveItsTable, newTablePlace, type NewTablePlace } from './new-task-place.js';
import { writingPlace } from './writing-place.js';

const texts = defineMessages('insert-table', {
  isPresent: 'There is already a task table here. Add a row to it',
});

/**
 * Adds the heading, header and one row of a task table after the text at `caret`, in the words of the page. If a
 * heading of the step has no table yet, the table goes there.
 */
export function insertTable(playbook: Playbook, caret: number, task: TaskTexts = {}): CaretResult {
  const offset = writingPlace(playbook, caret);
  const isInTable = rowAt(playbook, offset)?.table.schema.kind === 'task';
  if (isInTable || isAboveItsTable(playbook, offset)) return { refused: texts.isPresent };
  return taskTableWith(
    task,
    playbook,
    newTablePlace(playbook, scopeAt(playbook, offset), blockEndAt(playbook, offset)),
  );
}

/** A whole task table with one task. */
export function taskTableWith(task: TaskTexts, playbook: Playbook, place: NewTablePlace): CaretResult {
  const columns = { ids: newColumns(playbook), letters: playbook.vocabulary.letters[playbook.language] };
  return letterProblem(task, columns, playbook) ?? newTaskTable(playbook, place, [taskCells(task, columns, playbook)]);
}

/** A whole task table with these rows, whose cells match {@link newColumns}. */
export function newTaskTable(
  playbook: Playbook,
  { at, level }: NewTablePlace,
  rows: readonly (readonly string[])[],
): CaretEdits {
  const { vocabulary, language } = playbook;
  const heading =
    level === undefined ? [] : [`${'#'.repeat(level)} ${vocabulary.sections.spelling('ftop-tasks', language)}`, ''];
  const ids = newColumns(playbook);
  const header = ids.map((id) => vocabulary.taskColumns.spelling(id, language));
  const delimiters = ids.map((id) => delimiterCell(id === 'mo' ? 'center' : 'none', 3));
  const lines = [header, delimiters, ...rows].map((cells) => writeRow(compactLayout(ids.length), cells));
  const { edit, lineStarts } = insertBlock(playbook, at, [...heading, ...lines]);
  return { edits: [edit], selection: placeIn(lines[2] ?? '', lineStarts[heading.length + 2] ?? at) };
}

/** The columns of a new table: those of the other task tables of the page, if these have all columns in their order. */
export function newColumns({ tables, vocabulary }: Playbook): readonly TaskColumnId[] {
  const onPage = tables
    .filter(({ schema }) => schema.kind === 'task')
    .map(({ schema }) => schema.columns.map(({ id }) => id).join());
  return vocabulary.taskLayouts.find((layout) => onPage.includes(layout.join())) ?? vocabulary.taskLayouts[0] ?? [];
}
