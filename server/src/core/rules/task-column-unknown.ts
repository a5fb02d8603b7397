import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWith, suggestion, titles } from '../lint/support/fixes.js';
import { headerSpan, headerText, lackingAt, taskColumnsOf, type TaskColumn } from '../dialect/task-columns.js';
import { normalized } from '../text/spelling.js';
import { LANGUAGES } from '../vocabulary/language.js';
import { bestMatch } from '../vocabulary/term-set.js';
import type { TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';

const messages = {
  unknown: 'Unknown column "{text}" in a task table',
  near: 'Unknown column "{text}" in a task table. Did you mean "{spelling}"?',
  inPlaceOf: 'Unknown column "{text}" in place of "{spelling}"',
  unnamed: 'The header cell has no name: insert "{spelling}"',
  error: '"{text}" is a known misspelling of "{spelling}"',
  foreign: {
    text: '"{text}" is in {other}, but the page is in {language}: use "{spelling}"',
    note: '{text}: the name of a column. {other} and {language}: names of languages.',
  },
} as const;

type HeaderFinding = Finding<typeof messages>;

export const taskColumnUnknown = defineRule({
  meta: {
    id: 'task-column-unknown',
    category: 'task-table',
    description: 'The columns of a task table have their usual names in the language of the page',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  table({ table, schema, page, report }) {
    const columns = taskColumnsOf(table, schema);
    for (const column of columns) {
      const finding =
        column.column.by === 'exact' ? knownSpelling(column, page) : unknownSpelling(column, columns, page);
      if (finding !== undefined) report(finding);
    }
  },
});

/** A known spelling: an error, or a name in another language. */
function knownSpelling(
  { column, cell, id }: TaskColumn,
  { vocabulary, language }: ReadingContext,
): HeaderFinding | undefined {
  const match = bestMatch(column.matches, language);
  if (match === undefined || id === undefined || (match.language === language && match.kind !== 'error'))
    return undefined;
  const spelling = vocabulary.taskColumns.spelling(id, language);
  const text = headerText(cell);
  const place = placeOf(cell, spelling);
  if (match.kind === 'error') return { messageId: 'error', data: { text, spelling }, ...place };
  return {
    messageId: 'foreign',
    data: { text, spelling, other: { language: match.language }, language: { language } },
    ...place,
  };
}

function unknownSpelling(
  unknown: TaskColumn,
  columns: readonly TaskColumn[],
  page: ReadingContext,
): HeaderFinding | undefined {
  const { column, cell, id } = unknown;
  const { vocabulary, language } = page;
  const text = headerText(cell);
  if (isOnlySpacedDifferently(text, id, vocabulary)) return undefined;
  if (id === undefined) {
    const choices = lackingAt(unknown, columns, page).map((one) =>
      replaceWith(headerSpan(cell), vocabulary.taskColumns.spelling(one, language)),
    );
    return text === '' ? undefined : { messageId: 'unknown', data: { text }, span: cell.span, fixes: choices };
  }
  const [nearest] = vocabulary.taskColumns.nearest(text, language, 1);
  const spelling = nearest ?? vocabulary.taskColumns.spelling(id, language);
  const place = placeOf(cell, spelling);
  if (text === '') return { messageId: 'unnamed', data: { spelling }, ...place };
  return { messageId: column.by === 'near' ? 'near' : 'inPlaceOf', data: { text, spelling }, ...place };
}

/** `(M)andatory/(O)ptional` for `(M)andatory / (O)ptional`: not worth a fix. */
function isOnlySpacedDifferently(text: string, id: TaskColumnId | undefined, { taskColumns }: Vocabulary): boolean {
  const spellings = id === undefined ? undefined : taskColumns.data[id];
  return LANGUAGES.some((language) => {
    const { canonical = '', aliases = [] } = spellings?.[language] ?? {};
    return text !== '' && [canonical, ...aliases].some((spelling) => withoutSpaces(spelling) === withoutSpaces(text));
  });
}

function withoutSpaces(text: string): string {
  return normalized(text).replaceAll(' ', '');
}

/** The header cell, and the fix that changes its name inside any bold markers. */
function placeOf(cell: TaskColumn['cell'], spelling: string): Pick<HeaderFinding, 'span' | 'fixes'> {
  const inner = headerSpan(cell);
  if (cell.text !== '') return { span: inner, fixes: [replaceWith(inner, spelling)] };
  const { outer } = cell;
  return {
    span: outer,
    fixes: [suggestion(titles.insert({ text: spelling }), { span: outer, newText: ` ${spelling} ` })],
  };
}
