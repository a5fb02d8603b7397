import { letterOf, runOf, type Figures } from './figures.js';
import { growthExponent } from './statistics.js';

/** What the project wants to be true, and what the run measured. */
export interface Target {
  readonly what: string;
  /** The measured value, which must not be higher than the limit; `undefined` if it wasn't measured. */
  readonly value: number | undefined;
  readonly limit: number;
  readonly unit: 'times' | 'exponent' | 'MB';
}

export function isHeld({ value, limit }: Target): boolean {
  return value !== undefined && value <= limit;
}

/** A check of 1,800 pages took this much before the report existed. */
const MEGABYTES_BEFORE = 335;
/** Hundreds of times as many rows may cost less than twice as much. */
const FLAT = 0.1;
/** What is left if no page is parsed. */
const REOPENED = 0.5;
/** What two measurements of the same thing differ by. */
const SAME = 1.2;

export function targetsOf(figures: Figures): Target[] {
  return [...onePage(figures), ...allPages(figures), ...typing(figures), ...growth(figures), ...editor(figures)];
}

function onePage({ onePage: runs }: Figures): Target[] {
  const bare = runOf(runs, 'node').wall.median;
  return [
    times('One page, with the cache, against a bare Node start', runOf(runs, 'cached').wall.median, bare, 3),
    times(
      'One page, with the cache, after an edit of it, against a bare Node start',
      runOf(runs, 'edited').wall.median,
      bare,
      3,
    ),
    times('One page, without the cache, against a bare Node start', runOf(runs, 'uncached').wall.median, bare, 8),
  ];
}

function allPages({ allPages: runs }: Figures): Target[] {
  const [ours, unchanged, rumdl] = [runOf(runs, 'uncached'), runOf(runs, 'cached'), runOf(runs, 'rumdl')];
  return [
    times('All pages, processor time against rumdl', ours.cpu?.median, rumdl.cpu?.median, 2.5),
    times('All pages, wall time against rumdl', ours.wall.median, rumdl.wall.median, 2),
    times('All pages, nothing changed, against rumdl without a cache', unchanged.wall.median, rumdl.wall.median, 1),
    {
      what: 'All pages, memory: half of what it was',
      value: ours.memory === undefined ? undefined : ours.memory / 1024 / 1024,
      limit: MEGABYTES_BEFORE / 2,
      unit: 'MB',
    },
  ];
}

function typing({ typing: pages }: Figures): Target[] {
  const typical = letterOf(pages, 'typical', 'ours');
  return [
    times('A letter on a typical page, against the bare echo', typical, letterOf(pages, 'typical', 'echo'), 3),
    times('A letter on the largest page, against a typical page', letterOf(pages, 'largest', 'ours'), typical, 2),
    times('A letter in 10,000 rows, against a typical page', letterOf(pages, '10k rows', 'ours'), typical, 2),
  ];
}

function growth({ growth: rows }: Figures): Target[] {
  const exponent = growthExponent(rows.map((one) => [one.rows, one.stdio.median]));
  return [
    { what: 'A letter in 100 to 35,000 rows, exponent of the growth', value: exponent, limit: FLAT, unit: 'exponent' },
  ];
}

function editor({ editor: sizes }: Figures): Target[] {
  const few = sizes[0];
  const many = sizes.at(-1);
  if (few === undefined || many === undefined) return [];
  const against = `in ${count(many.pages)} pages, against ${count(few.pages)}`;
  return [
    times(`A letter ${against}`, many.letter.median, few.letter.median, SAME),
    times(`A request for code actions ${against}`, many.codeActions.median, few.codeActions.median, SAME),
    times(`A completion ${against}`, many.completion.median, few.completion.median, SAME),
    times('The first problems, against the end of reading all pages', many.firstProblems, many.indexed, 1),
    times(
      `All ${count(many.pages)} pages read a second time, against the first`,
      many.reopened,
      many.indexed,
      REOPENED,
    ),
  ];
}

function times(what: string, ours: number | undefined, other: number | undefined, limit: number): Target {
  return { what, value: ours === undefined || other === undefined ? undefined : ours / other, limit, unit: 'times' };
}

function count(value: number): string {
  return value.toLocaleString('en');
}
