import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { termsOf, type TermColumn } from '../dialect/task-terms.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type Row, type Table, type TableSchema } from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, sliceOf, type Placed, type Span } from '../text/span.js';

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
      if (areWrittenAlike(lists)) continue;
      const usual = usualGap(lists);
      if (usual === undefined) continue;
      for (const { value, start } of lists) {
        const others = value.gaps.filter(({ text }) => text.trim() !== usual.trim());
        const [first] = others;
        if (first === undefined) continue;
        const edits = others.map(({ span }) => ({ span: shift(span, start), newText: usual }));
        report({
          messageId: 'differs',
          data: { separator: first.text.trim(), usual: usual.trim() },
          span: shift(first.span, start),
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

/** The names of a cell: two or more, all of which are known. */
interface List {
  readonly gaps: readonly Gap[];
  /** Of the row in its table. */
  readonly start: number;
}

function listsIn({ tables }: Playbook, column: TermColumn, page: ReadingContext): Placed<List>[] {
  const known = listsOfTables(page)[column];
  return tables.flatMap(({ table, schema, start }) =>
    schema.kind === 'task' ? known(schema)(table).map((value) => ({ value, start: start + value.start })) : [],
  );
}

/** Cached by table and row: the page is checked at every keystroke. */
const listsOfTables = memoized((page: ReadingContext) => ({
  role: listsUnder('role', page),
  services: listsUnder('services', page),
}));

function listsUnder(column: TermColumn, page: ReadingContext): (schema: TableSchema) => (table: Table) => List[] {
  const gapsIn = gapsUnder(column, page);
  return memoized((schema: TableSchema) =>
    memoized((table: Table) =>
      table.rows.flatMap((row, index): List[] => {
        const gaps = isBodyRow(table, index) ? gapsIn(schema)(row) : NO_GAPS;
        return gaps.length === 0 ? [] : [{ gaps, start: table.rowStarts[index] ?? 0 }];
      }),
    ),
  );
}

const NO_GAPS: readonly Gap[] = [];

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

/** The case for almost every page, at every keystroke. */
function areWrittenAlike(lists: readonly Placed<List>[]): boolean {
  const usual = lists[0]?.value.gaps[0]?.text;
  return lists.every(({ value }) => value.gaps.every(({ text }) => text === usual));
}

/** With fewer lists, the page has no usual separator. */
const MIN_LISTS = 3;

/** The separator of almost all lists, with the white space that is most common around it. */
function usualGap(lists: readonly Placed<List>[]): string | undefined {
  const gaps = lists.flatMap(({ value }) => value.gaps[0]?.text ?? []);
  const mark = mostFrequent(gaps.map((text) => text.trim()));
  const usual = gaps.filter((text) => text.trim() === mark);
  return usual.length >= MIN_LISTS && usual.length * 5 >= gaps.length * 4 ? mostFrequent(usual) : undefined;
}

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
