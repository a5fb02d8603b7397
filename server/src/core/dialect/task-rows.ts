import { cellOf, taskIdIn, type Cell, type Row, type Table, type TableSchema } from '../model/tables.js';
import type { ReadingContext } from './reading-context.js';
import { normalized } from '../text/spelling.js';
import type { TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';
import { isWhole } from './row-shape.js';

/**
 * The cell of a task row in one column, if it can be checked: the row is intact, and isn't the placeholder of a step
 * without tasks, such as `| None | N/A | N/A | N/A |`.
 */
export function taskCell(
  row: Row,
  schema: TableSchema,
  column: TaskColumnId,
  { vocabulary }: ReadingContext,
): Cell | undefined {
  if (schema.kind !== 'task' || !isWhole(row, schema, vocabulary) || isPlaceholder(row, schema, vocabulary))
    return undefined;
  return cellOf(row, schema, column);
}

function isPlaceholder(row: Row, schema: TableSchema, vocabulary: Vocabulary): boolean {
  const id = cellOf(row, schema, 'task-id')?.text ?? '';
  if (id === '' || vocabulary.taskId.pattern.test(id)) return false;
  return (
    vocabulary.taskId.placeholders.some((placeholder) => normalized(placeholder) === normalized(id)) || NOTHING.test(id)
  );
}

const NOTHING = /^(?:[-–—]+|n\/a)$/i;

/** Whether the text has the form of a task ID. */
export function isTaskId(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.taskId.pattern.test(text);
}

/** The name of the task of a row for messages. */
export function taskNameOf(row: Row): string {
  const [first] = row.cells;
  return first === undefined ? '' : taskIdIn(first).value;
}

/** The name of a column for messages: its header without emphasis, or its name in the page's language. */
export function columnName(schema: TableSchema, index: number, { vocabulary, language }: ReadingContext): string {
  const column = schema.columns[index];
  const header = column?.cell?.text.replaceAll('**', '').trim() ?? '';
  if (header !== '' || column?.id === undefined) return header;
  const { id } = column;
  return id === 'date' || id === 'who' || id === 'what' || id === 'notes'
    ? vocabulary.refreshColumns.spelling(id, language)
    : vocabulary.taskColumns.spelling(id, language);
}

/**
 * The line ending for a new row: the one between the rows of the table, or that of the page if there is only one row.
 */
export function tableLineEnd({ rows, rowStarts }: Table, { lineEnd }: { readonly lineEnd: string }): string {
  const gap = (rowStarts[1] ?? 0) - (rows[0]?.source.length ?? 0);
  if (rows.length < 2 || gap === lineEnd.length) return lineEnd;
  return gap === 2 ? '\r\n' : '\n';
}

/** `text`, truncated if it's too long for a message. */
export function cutShort(text: string, limit = 60): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

/** `text` with its pipes escaped, for use in a cell. */
export function withEscapedPipes(text: string): string {
  return text.replace(/(?<!\\)\|/g, '\\|');
}
