import { defineMessages, type Message } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { isWhole } from '../dialect/row-shape.js';
import { isTaskId } from '../dialect/task-rows.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { cellOf, isBodyRow, taskIdIn, type PlacedTable, type Row, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, type Located, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-id-duplicate', {
  first: { text: 'Task "{id}" is listed here first', note: 'Marks the first of two rows with the same task.' },
  deleteRepeated: 'Delete this row: it has the same text',
  keepFirst: 'Delete this row and keep the first',
  keepThis: 'Delete the first row and keep this one',
});

export const taskIdDuplicate = defineRule({
  meta: {
    id: 'task-id-duplicate',
    category: 'task-table',
    description: 'A playbook lists each task only once',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      duplicate: 'Task "{id}" is already listed in this playbook',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    const first = new Map<string, Place>();
    for (const placed of playbook.tables) {
      const { table, schema } = placed;
      // Both versions of a merge conflict list the same tasks.
      if (schema.kind !== 'task' || table.rows.some(({ isConflictMarker }) => isConflictMarker)) continue;
      const idOf = idsUnder(page.vocabulary)(schema);
      // Runs over every row at every keystroke, so rows that aren't duplicates must cost next to nothing.
      for (let index = 0; index < table.rows.length; index++) {
        const row = table.rows[index];
        const id = row === undefined ? undefined : idOf(row);
        if (id === undefined || !isBodyRow(table, index)) continue;
        const place = { placed, index, id };
        const before = first.get(id.value);
        if (before === undefined) first.set(id.value, place);
        else {
          const related = [{ span: spanOf(before), message: texts.first({ id: id.value }) }];
          report({
            messageId: 'duplicate',
            data: { id: id.value },
            span: spanOf(place),
            related,
            fixes: deletions(before, place, playbook.text),
          });
        }
      }
    }
  },
});

/** The position of an ID. */
interface Place {
  readonly placed: PlacedTable;
  /** The index of the row in the table. */
  readonly index: number;
  readonly id: Located<string>;
}

function spanOf({ placed, index, id }: Place): Span {
  return shift(id.span, placed.start + (placed.table.rowStarts[index] ?? 0));
}

/** Of two rows with the same text, the second can be deleted; otherwise, only the author knows which one is right. */
function deletions(first: Place, again: Place, text: string): Fix[] {
  const deletion = (title: Message, place: Place): Fix => suggestion(title, removeLines(text, spanOf(place)));
  if (hasSameText(first, again)) return [preferred(deletion(texts.deleteRepeated, again))];
  return [deletion(texts.keepFirst, again), deletion(texts.keepThis, first)];
}

function hasSameText(first: Place, again: Place): boolean {
  const [one, other] = [first, again].map(({ placed, index }) =>
    placed.table.rows[index]?.cells.map(({ text }) => text).join('\n'),
  );
  return one === other;
}

/**
 * The ID of a row, with its span in the row. Cached by row, because the rule runs over every row at every keystroke.
 */
const idsUnder = memoized((vocabulary: Vocabulary) =>
  memoized((schema: TableSchema) => memoized((row: Row) => readId(row, schema, vocabulary))),
);

function readId(row: Row, schema: TableSchema, vocabulary: Vocabulary): Located<string> | undefined {
  const cell = isWhole(row, schema, vocabulary) ? cellOf(row, schema, 'task-id') : undefined;
  const id = cell === undefined ? undefined : taskIdIn(cell);
  return id !== undefined && isTaskId(id.value, vocabulary) ? id : undefined;
}
