import { listed } from '../../messages/index.js';
import { nameAndCode } from '../text/character-names.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, replaceWith } from '../lint/support/fixes.js';
import { idsMeant, replaceWithMeant } from '../lint/support/ids-meant.js';
import { invisibleIn, removeInvisible, withoutInvisible } from '../lint/support/invisible.js';
import { isTaskId, taskCell } from '../dialect/task-rows.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { cellOf, isBodyRow, taskIdIn, type Row, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { normalized } from '../text/spelling.js';
import { shift, type Located } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const taskIdFormat = defineRule({
  meta: {
    id: 'task-id-format',
    category: 'task-table',
    description: 'A task ID has three or four digits, as in FTOP, and may be a link',
    recommended: 'error',
    fixable: 'both',
    messages: {
      invisible: {
        text: 'The task ID "{text}" contains an invisible character: {name}',
        note: '{name}: the name of the character, or names if there are several, in English "zero-width space (U+200B)".',
      },
      noBreakSpace: {
        text: 'The task ID "{text}" contains a {name}',
        note: '{name}: the name and code of the character, in English "no-break space (U+00A0)".',
      },
      malformed: {
        text: '"{text}" isn\'t a task ID: expected {form}',
        note: '{form}: the form of a task ID in words: "three or four digits", or words of the configuration.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  row({ row, schema, page, report }) {
    const mistake = mistakeIn(row, schema, page);
    if (mistake === undefined) return;
    const { id, kind } = mistake;
    const { span } = id;
    switch (kind) {
      case 'invisible':
        report({
          messageId: 'invisible',
          data: { text: withoutInvisible(id.value), name: invisibleIn(id.value) },
          span,
          fixes: [removeInvisible(row.source, span)],
        });
        break;
      case 'no-break-space':
        report({
          messageId: 'noBreakSpace',
          data: { text: id.value, name: listed(NO_BREAK.exec(id.value)?.map(nameAndCode) ?? []) },
          span,
          fixes: [preferred(replaceWith(span, withoutSpaces(id.value)))],
        });
        break;
      case 'malformed':
        report({
          messageId: 'malformed',
          data: { text: id.value, form: page.vocabulary.taskId.description },
          span,
          fixes: fixesFor(id, page.vocabulary),
        });
    }
  },

  /** If the cell itself doesn't tell which ID was meant, the fixes are what the catalogue and other pages suggest. */
  workspace({ playbook, summary, index, page, report }) {
    for (const { table, schema, start: tableStart } of playbook.tables) {
      if (schema.kind !== 'task') continue;
      const mistakeOf = mistakesUnder(page)(schema);
      for (const [at, row] of table.rows.entries()) {
        const mistake = isBodyRow(table, at) ? mistakeOf(row) : undefined;
        if (mistake?.kind !== 'malformed' || fixesFor(mistake.id, page.vocabulary).length > 0) continue;
        const { id } = mistake;
        const start = tableStart + (table.rowStarts[at] ?? 0);
        const name = cellOf(row, schema, 'task-name')?.text ?? '';
        const meant = idsMeant({ start, written: normalized(id.value), name }, summary, index);
        const span = shift(id.span, start);
        if (meant.length > 0)
          report({
            messageId: 'malformed',
            data: { text: id.value, form: page.vocabulary.taskId.description },
            span,
            fixes: replaceWithMeant(span, meant),
          });
      }
    }
  },
});

interface Mistake {
  readonly id: Located<string>;
  readonly kind: 'invisible' | 'no-break-space' | 'malformed';
}

const NO_BREAK = /[\u00A0\u202F]/;

/** Cached by row, because every row is looked at after every keystroke. */
const mistakesUnder = memoized((page: ReadingContext) =>
  memoized((schema: TableSchema) => memoized((row: Row) => mistakeIn(row, schema, page))),
);

function mistakeIn(row: Row, schema: TableSchema, page: ReadingContext): Mistake | undefined {
  const cell = taskCell(row, schema, 'task-id', page);
  if (cell === undefined || cell.text === '') return undefined;
  const id = taskIdIn(cell);
  if (isTaskId(id.value, page.vocabulary)) return undefined;
  if (isTaskId(withoutInvisible(id.value), page.vocabulary)) return { id, kind: 'invisible' };
  const isWithSpaces = NO_BREAK.test(id.value) && isTaskId(withoutSpaces(id.value), page.vocabulary);
  return { id, kind: isWithSpaces ? 'no-break-space' : 'malformed' };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

function fixesFor({ value, span }: Located<string>, vocabulary: Vocabulary): Fix[] {
  // To readers, full-width digits are the same ID.
  const narrow = normalized(value);
  if (isTaskId(narrow, vocabulary)) return [replaceWith(span, narrow, 'safe')];
  const digits = withDigits(narrow);
  if (digits !== narrow && isTaskId(digits, vocabulary)) return [preferred(replaceWith(span, digits))];
  if (/^[\d\s]+$/.test(narrow) && isTaskId(withoutSpaces(narrow), vocabulary))
    return [replaceWith(span, withoutSpaces(narrow))];
  // `Task 3998`, `#3998`, `3998.`: the only number in the cell.
  const numbers = narrow.match(/\d+/g) ?? [];
  const [number = ''] = numbers;
  return numbers.length === 1 && isTaskId(number, vocabulary) && !value.includes('](')
    ? [replaceWith(span, number)]
    : [];
}

/** An ID with digits for the letters that look like them; `text` if it's a word. */
function withDigits(text: string): string {
  return /^(?=.*\d.*\d)[\doοоlі|i]+$/u.test(text) ? text.replace(/[oοо]/gu, '0').replace(/[lі|i]/gu, '1') : text;
}
