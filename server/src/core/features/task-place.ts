import { shift, type Located, type Span } from '../text/span.js';
import type { PageSummary } from '../workspace-index/page-summary.js';
import { isAt } from './places.js';

/** How a page names a task: in a row of a task table, in text or a refresh log, or as an entry of the catalogue. */
export type TaskPlaceKind = 'table' | 'mention' | 'entry';

/** An ID on a page. */
export interface TaskPlace {
  readonly id: string;
  readonly kind: TaskPlaceKind;
  /** The span of the ID alone, without a link or emphasis around it. */
  readonly span: Span;
}

/** The task whose ID is at `offset`, or ends there. */
export function taskAt(page: PageSummary, offset: number): TaskPlace | undefined {
  for (const place of tasksOn(page)) if (isAt(place.span, offset)) return place;
  return undefined;
}

/** The place of `id`, whose spans count from `start`, on the page. */
export function taskPlace({ text }: PageSummary, start: number, id: Located<string>, kind: TaskPlaceKind): TaskPlace {
  return { id: id.value, kind, span: spanOfId(text, shift(id.span, start), id.value) };
}

function* tasksOn(page: PageSummary): Iterable<TaskPlace> {
  for (const { start, value } of page.tasks) yield taskPlace(page, start, value.id, 'table');
  for (const { start, value } of page.mentions) yield taskPlace(page, start, value.id, 'mention');
  for (const { start, value } of page.entries) yield taskPlace(page, start, value.id, 'entry');
}

/** The maximum distance from the start of a heading or cell to an ID, after brackets, asterisks and spaces. */
const FARTHEST = 20;

/** A heading can begin with `**` or `[`, and the text of a link with a space. */
function spanOfId(text: string, span: Span, id: string): Span {
  const at = text.slice(span.start, span.start + FARTHEST + id.length).indexOf(id);
  return at === -1 ? span : { start: span.start + at, end: span.start + at + id.length };
}
