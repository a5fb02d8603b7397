import type { Row, TableSchema } from '../../model/tables.js';
import { memoized } from '../../text/memo.js';
import { shift, type Span } from '../../text/span.js';
import type { TermMatch, TermSet } from '../../vocabulary/term-set.js';
import type { ReadingContext } from '../rule.js';
import { taskCell } from './task-rows.js';
import { isTranslated } from './translated-terms.js';

/** One role or service that a task row names. */
export interface TermUse {
  readonly text: string;
  /** In the row. */
  readonly span: Span;
  readonly terms: TermSet;
  readonly matches: readonly TermMatch[];
  /** What the term means on this page; `undefined` for an unknown one. */
  readonly match: TermMatch | undefined;
}

export type TermColumn = 'role' | 'services';

/** The roles or the services of a row whose cells can be judged. Several rules ask, so the answer is remembered. */
export function termsOf(row: Row, schema: TableSchema, column: TermColumn, page: ReadingContext): readonly TermUse[] {
  return termsOfRows(page)(schema)(row)[column];
}

/** Both. */
export function allTermsOf(row: Row, schema: TableSchema, page: ReadingContext): readonly TermUse[] {
  return termsOfRows(page)(schema)(row).all;
}

/** The roles or services that a text names, as if it stood in a cell. */
export function termsInText(text: string, terms: TermSet, page: ReadingContext): readonly TermUse[] {
  return usesIn(page)(terms)(text);
}

const termsOfRows = memoized((page: ReadingContext) =>
  memoized((schema: TableSchema) =>
    memoized((row: Row) => {
      const role = readTerms(row, schema, 'role', page.vocabulary.roles, page);
      const services = readTerms(row, schema, 'services', page.vocabulary.services, page);
      return { role, services, all: [...role, ...services] };
    }),
  ),
);

function readTerms(
  row: Row,
  schema: TableSchema,
  column: TermColumn,
  terms: TermSet,
  page: ReadingContext,
): readonly TermUse[] {
  const cell = taskCell(row, schema, column, page);
  if (cell === undefined || cell.text === '') return NO_TERMS;
  const uses = usesIn(page)(terms)(row.source.slice(cell.span.start, cell.span.end));
  return uses.map((use) => ({ ...use, span: shift(use.span, cell.span.start) }));
}

const NO_TERMS: readonly TermUse[] = [];
/** The same few cells stand in row after row; no table has more different ones. */
const CELLS_KEPT = 1000;

/** The terms of a cell's source; spans count from its start. */
const usesIn = memoized((page: ReadingContext) =>
  memoized((terms: TermSet) => {
    const known = new Map<string, readonly TermUse[]>();
    return (source: string): readonly TermUse[] => {
      let uses = known.get(source);
      if (uses === undefined) {
        // A cell with a link or code in it is prose; its words are not ours to judge.
        uses = PROSE.test(source) ? NO_TERMS : [...readUses(source, terms, page)];
        if (known.size >= CELLS_KEPT) known.clear();
        known.set(source, uses);
      }
      return uses;
    };
  }),
);

const PROSE = /\]\(|`/;

function* readUses(source: string, terms: TermSet, { language }: ReadingContext): Iterable<TermUse> {
  for (const stretch of stretchesOf(source)) {
    for (const { text, span, matches } of terms.split(source.slice(stretch.start, stretch.end))) {
      yield { text, span: shift(span, stretch.start), terms, matches, match: terms.find(text, language) };
    }
  }
}

/** Marks and words that part two terms in a cell, beside the separators that the vocabulary knows. */
const BETWEEN = /<br\s*\/?>|\*\*|\s(?:or|oder)\s|\s\+\s/gi;

function* stretchesOf(source: string): Iterable<Span> {
  let start = 0;
  for (const between of source.matchAll(BETWEEN)) {
    yield { start, end: between.index };
    start = between.index + between[0].length;
  }
  yield { start, end: source.length };
}

/**
 * Whether nobody knows the term. What is an error in another language alone is no word of this one; a name with its
 * abbreviation behind it, `FastTrack Engineer (FE)`, is known by the name.
 */
export function isUnknown({ text, terms, matches }: TermUse, { language }: ReadingContext): boolean {
  if (matches.some((match) => match.kind !== 'error' || match.language === language)) return false;
  const named = /^(.+?)\s*[(（][^()（）]*[)）]$/.exec(text)?.[1];
  return named === undefined || terms.lookup(named).length === 0;
}

/** What the term means in another language, when the page's own language has a different word for it. */
export function foreignMatch({ matches, terms }: TermUse, { language }: ReadingContext): TermMatch | undefined {
  if (matches.some((match) => match.language === language)) return undefined;
  return matches.find(({ kind, id }) => kind !== 'error' && terms.has(id, language) && isTranslated(terms, id));
}
