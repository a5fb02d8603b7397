import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { termsOf, type TermColumn } from '../dialect/task-terms.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { Playbook } from '../model/playbook.js';
import { rowFacts } from '../model/row-facts.js';
import type { Row, Table, TableSchema } from '../model/tables.js';
import type { Fact } from '../text/item-facts.js';
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
      if (areWrittenAlike(playbook, column, page)) continue;
      const lists = listsIn(playbook, column, page);
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
}

function listsIn({ tables }: Playbook, column: TermColumn, page: ReadingContext): Placed<List>[] {
  return tables.flatMap(({ table, schema, start }) =>
    separatorsIn(page)
      [column](schema)(table)
      .flatMap(({ index }) => {
        const row = table.rows[index];
        const gaps = row === undefined ? NO_GAPS : readGaps(row, schema, column, page);
        return { value: { gaps }, start: start + (table.rowStarts[index] ?? 0) };
      }),
  );
}

const separatorsIn = memoized((page: ReadingContext) => ({
  role: separatorsUnder('role', page),
  services: separatorsUnder('services', page),
}));

/** The different separators of each list of a table. */
function separatorsUnder(
  column: TermColumn,
  page: ReadingContext,
): (schema: TableSchema) => (table: Table) => readonly Fact<string>[] {
  return memoized((schema: TableSchema) =>
    schema.kind !== 'task'
      ? () => []
      : rowFacts((row) => {
          const gaps = readGaps(row, schema, column, page);
          return gaps.length === 0 ? undefined : [...new Set(gaps.map(({ text }) => text))].join('\n');
        }),
  );
}

const NO_GAPS: readonly Gap[] = [];

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
function areWrittenAlike({ tables }: Playbook, column: TermColumn, page: ReadingContext): boolean {
  const all = new Set<string>();
  for (const { table, schema } of tables)
    for (const separators of different(separatorsIn(page)[column](schema)(table))) all.add(separators);
  return all.size === 0 || (all.size === 1 && ![...all].some((separators) => separators.includes('\n')));
}

const different = memoized((lists: readonly Fact<string>[]) => new Set(lists.map(({ value }) => value)));

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
