import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { termsOf, type TermColumn } from '../dialect/task-terms.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type Row, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, sliceOf, type Span } from '../text/span.js';

const texts = defineMessages('task-separator-inconsistent', {
  separateWith: {
    text: 'Separate with "{separator}"',
    note: 'Title of a fix for a list of roles or services. {separator}: a mark such as a slash.',
  },
});

export const taskSeparatorInconsistent = defineRule({
  meta: {
    id: 'task-separator-inconsistent',
    category: 'task-table',
    description: 'The task tables of a page separate roles and services in the same way',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      differs: {
        text: 'The names are separated with "{separator}" here and with "{usual}" elsewhere on this page',
        note: '{separator} and {usual}: marks or words, such as a slash or "and".',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  playbook({ playbook, page, report }) {
    for (const column of ['role', 'services'] as const) {
      const lists = listsIn(playbook, column, page);
      const usual = usualGap(lists);
      if (usual === undefined) continue;
      for (const { gaps } of lists) {
        const others = gaps.filter(({ text }) => text.trim() !== usual.trim());
        const [first] = others;
        if (first === undefined) continue;
        const edits = others.map(({ span }) => ({ span, newText: usual }));
        report({
          messageId: 'differs',
          data: { separator: first.text.trim(), usual: usual.trim() },
          span: first.span,
          fixes: [preferred(suggestion(texts.separateWith({ separator: usual.trim() }), ...edits))],
        });
      }
    }
  },
});

/** The text between two names. */
interface Gap {
  readonly text: string;
  readonly span: Span;
}

/** A cell with two names or more, all of which are known. */
interface List {
  readonly gaps: readonly Gap[];
}

function listsIn({ tables }: Playbook, column: TermColumn, page: ReadingContext): List[] {
  return tables.flatMap(({ table, schema, start }) => {
    if (schema.kind !== 'task') return [];
    const gapsIn = gapsOfRows(page)(column)(schema);
    return table.rows.flatMap((row, index): List[] => {
      const gaps = isBodyRow(table, index) ? gapsIn(row) : NO_GAPS;
      const offset = start + (table.rowStarts[index] ?? 0);
      return gaps.length === 0 ? [] : [{ gaps: gaps.map(({ text, span }) => ({ text, span: shift(span, offset) })) }];
    });
  });
}

const NO_GAPS: readonly Gap[] = [];

/** Cached by row: the page is checked at every keystroke. */
const gapsOfRows = memoized((page: ReadingContext) => {
  const known = { role: gapsUnder('role', page), services: gapsUnder('services', page) };
  return (column: TermColumn): ((schema: TableSchema) => (row: Row) => readonly Gap[]) => known[column];
});

function gapsUnder(column: TermColumn, page: ReadingContext): (schema: TableSchema) => (row: Row) => readonly Gap[] {
  return memoized((schema: TableSchema) => memoized((row: Row) => readGaps(row, schema, column, page)));
}

function readGaps(row: Row, schema: TableSchema, column: TermColumn, page: ReadingContext): readonly Gap[] {
  const uses = termsOf(row, schema, column, page);
  if (uses.length < 2 || uses.some(({ match }) => match === undefined)) return NO_GAPS;
  const gaps = uses.slice(1).map((use, index): Gap => {
    const span = { start: uses[index]?.span.end ?? 0, end: use.span.start };
    return { text: sliceOf(row.source, span), span };
  });
  return gaps.every(({ text }) => SEPARATOR.test(text)) ? gaps : NO_GAPS;
}

/** A mark or a word; no line break or emphasis. */
const SEPARATOR = /^\s*(?:[/,;&+、，；・]|\p{L}{1,4})\s*$/u;

/** With fewer lists, the page has no usual separator. */
const MIN_LISTS = 3;

/** The separator of almost all lists, with the white space that is most common around it. */
function usualGap(lists: readonly List[]): string | undefined {
  const gaps = lists.flatMap(({ gaps: [first] }) => first?.text ?? []);
  const mark = mostFrequent(gaps.map((text) => text.trim()));
  const usual = gaps.filter((text) => text.trim() === mark);
  return usual.length >= MIN_LISTS && usual.length * 5 >= gaps.length * 4 ? mostFrequent(usual) : undefined;
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
