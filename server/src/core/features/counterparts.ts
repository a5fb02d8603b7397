import type { Placed } from '../text/span.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { HeadingFact, PageSummary, PlacedTask } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { lineAround, type Place } from './places.js';
import { taskPlace } from './task-place.js';

/** The same place in another language. */
export interface Counterpart {
  readonly language: Language;
  readonly place: Place;
}

/**
 * The translations of the page, each with the place that matches `offset`: the row of the same task, the heading of the
 * same section, or the top.
 */
export function counterpartsOf(index: WorkspaceIndex, path: FilePath, offset: number): Counterpart[] {
  const page = index.pages.get(path);
  if (page === undefined) return [];
  const translations = new IndexReader(index).translationsOf(path);
  return LANGUAGES.flatMap((language) => {
    const other = translations.get(language);
    return other === undefined || other === page
      ? []
      : [{ language, place: { path: other.path, span: matchOf(page, offset, other) } }];
  });
}

function matchOf(page: PageSummary, offset: number, other: PageSummary): Place['span'] {
  const row = matchingRow(page, offset, other);
  if (row !== undefined) return taskPlace(other, row.start, row.value.id, 'table').span;
  const heading = matchingHeading(page, offset, other);
  return heading === undefined ? { start: 0, end: 0 } : lineAround(other, heading.start);
}

/** If a task appears more than once, the nth occurrence matches the nth. */
function matchingRow({ tasks }: PageSummary, offset: number, other: PageSummary): PlacedTask | undefined {
  const own = tasks.find(({ start, value }) => start <= offset && offset <= start + value.length);
  if (own === undefined) return undefined;
  const id = own.value.id.value;
  const nth = tasks.filter(({ value }) => value.id.value === id).indexOf(own);
  const theirs = other.tasks.filter(({ value }) => value.id.value === id);
  return theirs[nth] ?? theirs[0];
}

/** The nearest previous heading with a match, from the innermost section outwards. */
function matchingHeading(
  { headings, lines }: PageSummary,
  offset: number,
  { headings: theirs }: PageSummary,
): Placed<HeadingFact> | undefined {
  // The span of a heading begins after its `#`, but the caret can be before it.
  const line = lines.lineAt(offset);
  let last = -1;
  while (last + 1 < headings.length && lines.lineAt(headings[last + 1]?.start ?? 0) <= line) last++;
  for (let index = last; index >= 0; index--) {
    const match =
      sameSection(headings, index, theirs) ?? sameStep(headings, index, theirs) ?? samePlace(headings, index, theirs);
    if (match !== undefined) return match;
  }
  return undefined;
}

type Headings = readonly Placed<HeadingFact>[];

function sameSection(headings: Headings, index: number, theirs: Headings): Placed<HeadingFact> | undefined {
  const section = headings[index]?.value.section;
  return section === undefined ? undefined : theirs.find(({ value }) => value.section === section);
}

/** Steps of a playbook are matched by order. */
function sameStep(headings: Headings, index: number, theirs: Headings): Placed<HeadingFact> | undefined {
  const heading = headings[index];
  if (heading?.value.isStep !== true) return undefined;
  const [own, other] = [headings, theirs].map((list) => list.filter(({ value }) => value.isStep));
  return own?.length === other?.length ? other?.[own?.indexOf(heading) ?? -1] : undefined;
}

/** On pages with the same heading levels, the heading with the same index. */
function samePlace(headings: Headings, index: number, theirs: Headings): Placed<HeadingFact> | undefined {
  const levels = (list: Headings): string => list.map(({ value }) => value.level).join();
  return levels(headings) === levels(theirs) ? theirs[index] : undefined;
}
