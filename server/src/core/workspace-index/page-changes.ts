import type { Placed } from '../text/span.js';
import { includesOf } from './page-includes.js';
import { outlineOf } from './page-outline.js';
import type { PageSummary } from './page-summary.js';

/** The differences between two summaries of a page that other pages can see. Positions don't count. */
export interface PageChanges {
  /** The IDs of added, removed or changed tasks, in tables or in text. */
  readonly tasks: ReadonlySet<string>;
  /** The IDs of added, removed or changed catalogue entries. */
  readonly entries: ReadonlySet<string>;
  /** Changed headings or anchors, or includes, which can contain more of them. */
  readonly anchors: boolean;
  /** The files that are included. */
  readonly includes: boolean;
  readonly title: boolean;
  readonly language: boolean;
  /** Whether it's compared with other pages than before: its language, its audience, or whether it's a playbook. */
  readonly comparable: boolean;
  /** The values of the front matter. */
  readonly fields: boolean;
  /** The link to the home page, or what sort of page it is: those without the link count, too. */
  readonly homeLink: boolean;
  /** Order and place of its rows, its lists, alerts and links: what only its translations are compared with. */
  readonly structure: boolean;
  /** Any change, except in its structure. */
  readonly any: boolean;
}

/** Compares the facts of two summaries; `undefined` for a page that didn't exist, or no longer does. */
export function changesBetween(before: PageSummary | undefined, after: PageSummary | undefined): PageChanges {
  if (before === undefined && after !== undefined) return changesOfNew(after);
  const language = before?.language !== after?.language;
  const title = before?.title?.value !== after?.title?.value;
  // The language and the audience of a page determine which other tasks its own are compared with.
  const isAnotherPage =
    language || before?.isPlaybook !== after?.isPlaybook || String(before?.audience) !== String(after?.audience);
  const tasks = new Set<string>();
  const taskId = ({ id }: { readonly id: { readonly value: string } }): string => id.value;
  addChanged(tasks, before?.tasks, after?.tasks, isAnotherPage, taskId);
  addChanged(tasks, before?.mentions, after?.mentions, isAnotherPage, taskId);
  const entries = new Set<string>();
  addChanged(entries, before?.entries, after?.entries, isAnotherPage, taskId);
  const includes = includesIn(before) !== includesIn(after);
  const anchors =
    includes || differ(before?.headings, after?.headings) || String(before?.names) !== String(after?.names);
  const fields = !isSameMap(before?.fields, after?.fields);
  const homeLink = isAnotherPage || before?.homeLink !== after?.homeLink;
  const any =
    isAnotherPage ||
    title ||
    fields ||
    homeLink ||
    anchors ||
    tasks.size > 0 ||
    entries.size > 0 ||
    String(before?.refreshDays) !== String(after?.refreshDays) ||
    String(before?.phases) !== String(after?.phases) ||
    differ(before?.steps, after?.steps);
  const structure =
    differ(before?.shapes, after?.shapes) ||
    differ(before?.links, after?.links) ||
    areRowsMoved(before?.tasks, after?.tasks) ||
    areMoved('shapes', before, after) ||
    areMoved('links', before, after);
  const comparable = isAnotherPage;
  return { tasks, entries, anchors, includes, title, language, comparable, fields, homeLink, structure, any };
}

/** A page that didn't exist changes everything. Its facts, which may have to be read, don't matter. */
function changesOfNew(page: PageSummary): PageChanges {
  const { taskIds, mentionIds, entryIds, includes } = outlineOf(page);
  return {
    tasks: new Set([...taskIds, ...mentionIds]),
    entries: new Set(entryIds),
    includes: includes.length > 0,
    title: page.title !== undefined,
    anchors: true,
    language: true,
    comparable: true,
    fields: true,
    homeLink: true,
    structure: true,
    any: true,
  };
}

function isSameMap(before: PageSummary['fields'] = NO_FIELDS, after: PageSummary['fields'] = NO_FIELDS): boolean {
  if (before === after) return true;
  return before.size === after.size && [...before].every(([key, value]) => after.get(key) === value);
}

const NO_FIELDS: PageSummary['fields'] = new Map();

function includesIn(page: PageSummary | undefined): string {
  return page === undefined ? '' : includesOf(page).join('\n');
}

type Facts<Value> = readonly Placed<Value>[];

const NONE: readonly never[] = [];

function addChanged<Value extends object>(
  changed: Set<string>,
  before: Facts<Value> = NONE,
  after: Facts<Value> = NONE,
  all: boolean,
  keyOf: (value: Value) => string,
): void {
  if (all) {
    for (const { value } of before) changed.add(keyOf(value));
    for (const { value } of after) changed.add(keyOf(value));
    return;
  }
  const { from, toBefore, toAfter } = changedStretch(before, after);
  if (from >= toBefore && from >= toAfter) return;
  // Facts that moved, or were parsed again with the same content, aren't changes. Each is counted, because a task can
  // appear twice.
  const counts = new Map<string, { readonly key: string; count: number }>();
  const count = (facts: Facts<Value>, to: number, by: number): void => {
    for (let index = from; index < to; index++) {
      const value = facts[index]?.value;
      if (value === undefined) continue;
      const content = contentOf(value);
      const known = counts.get(content);
      if (known === undefined) counts.set(content, { key: keyOf(value), count: by });
      else known.count += by;
    }
  };
  count(before, toBefore, -1);
  count(after, toAfter, 1);
  for (const { key, count: left } of counts.values()) if (left !== 0) changed.add(key);
}

function differ<Value extends object>(before: Facts<Value> = NONE, after: Facts<Value> = NONE): boolean {
  const { from, toBefore, toAfter } = changedStretch(before, after);
  if (toBefore !== toAfter) return true;
  for (let index = from; index < toAfter; index++) {
    const [one, other] = [before[index]?.value, after[index]?.value];
    if (one === undefined || other === undefined || contentOf(one) !== contentOf(other)) return true;
  }
  return false;
}

/** Whether the same rows are in another order, or under another heading. */
function areRowsMoved(before: PageSummary['tasks'] = NONE, after: PageSummary['tasks'] = NONE): boolean {
  return (
    before.length !== after.length ||
    before.some((task, index) => {
      const other = after[index];
      return task.heading !== other?.heading || task.value.id.value !== other?.value.id.value;
    })
  );
}

/** Whether the same facts are under other headings. */
function areMoved(name: 'shapes' | 'links', before: PageSummary | undefined, after: PageSummary | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const [one, other] = [headingsAbove(before[name], before), headingsAbove(after[name], after)];
  return one.some((count, index) => count !== other[index]);
}

/** The number of headings above each fact. */
function headingsAbove(facts: Facts<object>, { headings }: PageSummary): number[] {
  let above = 0;
  return facts.map(({ start }) => {
    while (above < headings.length && (headings[above]?.start ?? Infinity) <= start) above++;
    return above;
  });
}

/**
 * The facts without the common beginning and end. Comparing identity is enough: a fact lives as long as its row or
 * block.
 */
function changedStretch<Value>(
  before: Facts<Value>,
  after: Facts<Value>,
): { from: number; toBefore: number; toAfter: number } {
  let from = 0;
  let toBefore = before.length;
  let toAfter = after.length;
  while (from < toBefore && from < toAfter && before[from]?.value === after[from]?.value) from++;
  while (from < toBefore && from < toAfter && before[toBefore - 1]?.value === after[toAfter - 1]?.value) {
    toBefore--;
    toAfter--;
  }
  return { from, toBefore, toAfter };
}

/** A fact as text, without its spans. */
function contentOf(fact: object): string {
  return JSON.stringify(fact, (key, value: unknown) => (key === 'span' || key === 'length' ? undefined : value));
}
