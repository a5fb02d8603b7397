import type { Row, TableSchema } from '../model/tables.js';
import { detached } from '../text/detached.js';
import { memoized } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import type { TermMatch, TermSet } from '../vocabulary/term-set.js';
import type { ReadingContext } from './reading-context.js';
import { taskCell } from './task-rows.js';
import { isTranslated } from './translated-terms.js';

/** A role or service in a task row. */
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

/** The roles or services of a row whose cells can be checked. Cached, because several rules need them. */
export function termsOf(row: Row, schema: TableSchema, column: TermColumn, page: ReadingContext): readonly TermUse[] {
  return termsOfRows(page)(schema)(row)[column];
}

/** Both. */
export function allTermsOf(row: Row, schema: TableSchema, page: ReadingContext): readonly TermUse[] {
  return termsOfRows(page)(schema)(row).all;
}

/** The roles or services in a text, as if it were in a cell. */
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
/** The same cells occur in many rows; no table has more different ones. */
const CELLS_KEPT = 1000;

/** The terms in a cell's source; spans are relative to its start. */
const usesIn = memoized((page: ReadingContext) =>
  memoized((terms: TermSet) => {
    const known = new Map<string, readonly TermUse[]>();
    return (part: string): readonly TermUse[] => {
      let uses = known.get(part);
      if (uses === undefined) {
        const source = detached(part);
        // A cell that contains a link or code is prose, which isn't checked.
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

/** Marks and words between two terms in a cell, in addition to the separators of the vocabulary. */
const BETWEEN = /<br\s*\/?>|\*{2,3}|\s(?:or|oder)\s|\s\+\s/gi;

function* stretchesOf(source: string): Iterable<Span> {
  let start = 0;
  for (const between of source.matchAll(BETWEEN)) {
    yield { start, end: between.index };
    start = between.index + between[0].length;
  }
  yield { start, end: source.length };
}

/**
 * Whether the term is unknown. Known errors of other languages are unknown in this language. A name followed by its
 * abbreviation, `FastTrack Engineer (FE)`, is known if the name is.
 */
export function isUnknown({ text, terms, matches }: TermUse, { language }: ReadingContext): boolean {
  if (matches.some((match) => match.kind !== 'error' || match.language === language)) return false;
  const named = /^(.+?)\s*[(（][^()（）]*[)）]$/.exec(text)?.[1];
  return named === undefined || terms.lookup(named).length === 0;
}

/** The match of the term in another language, if the language of the page has a different word for it. */
export function foreignMatch({ matches, terms }: TermUse, { language }: ReadingContext): TermMatch | undefined {
  if (matches.some((match) => match.language === language)) return undefined;
  return matches.find(({ kind, id }) => kind !== 'error' && terms.has(id, language) && isTranslated(terms, id));
}
