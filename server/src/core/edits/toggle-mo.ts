import { defineMessages } from '../../messages/index.js';
import { isWhole } from '../dialect/row-shape.js';
import { cellOf, type Cell } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import { shift, type Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';
import { isRefusal, type EditResult, type Refusal } from './edit-result.js';
import { bodyRows, hasConflict, IN_CONFLICT, NOT_A_TASK_ROW, rowsTouching, type RowPlace } from './table-places.js';
import { isNeitherLetter, mandatoryLettersOf, obligationNamed } from './task-letters.js';
import type { Obligation } from '../vocabulary/vocabulary.js';

const texts = defineMessages('toggle-mo', {
  brokenRow: "The cells don't match the columns. Fix the row first.",
});

/**
 * Makes each mandatory task in `span` optional, and each optional task mandatory, in the letters of the table's header.
 */
export function toggleMandatory(playbook: Playbook, span: Span): EditResult {
  const rows = bodyRows(rowsTouching(playbook, span));
  if (rows.length === 0) return NOT_A_TASK_ROW;
  const edits: TextEdit[] = [];
  for (const place of rows) {
    const toggle = toggleOf(playbook, place);
    if (isRefusal(toggle)) return toggle;
    edits.push(toggle.edit);
  }
  return edits;
}

export interface Toggle {
  /** What the task becomes. */
  readonly becomes: Obligation;
  readonly edit: TextEdit;
}

/** The edit that toggles the task of a row. */
export function toggleOf(playbook: Playbook, { table, row, start }: RowPlace): Toggle | Refusal {
  const { schema } = table;
  if (hasConflict(table)) return IN_CONFLICT;
  const cell = schema.kind === 'task' ? cellOf(row, schema, 'mo') : undefined;
  if (schema.kind !== 'task') return NOT_A_TASK_ROW;
  if (cell === undefined || !isWhole(row, schema, playbook.vocabulary)) return { refused: texts.brokenRow };
  const letters = mandatoryLettersOf(schema, playbook);
  const is = obligationNamed(cell.text, letters, playbook.vocabulary);
  if (is === undefined && cell.text !== '') return { refused: isNeitherLetter(cell.text, letters) };
  const becomes = is === 'mandatory' ? 'optional' : 'mandatory';
  return { becomes, edit: cellEdit(cell, letters[becomes], start) };
}

/** Replaces the text of a cell. In an empty cell, the text replaces spaces, so that the pipes don't move. */
function cellEdit({ text, span, outer }: Cell, newText: string, start: number): TextEdit {
  if (text !== '') return { span: shift(span, start), newText };
  if (outer.end - outer.start < newText.length + 2) return { span: shift(outer, start), newText: ` ${newText} ` };
  return { span: shift({ start: span.start, end: span.start + newText.length }, start), newText };
}
