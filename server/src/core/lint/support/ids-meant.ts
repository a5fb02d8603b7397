import { nameElsewhere } from '../../comparison/disagreements.js';
import { comparableName } from '../../comparison/task-aspects.js';
import { comparisonsOf } from '../../comparison/translations.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import { isOneTypo } from '../../workspace-index/near-ids.js';
import type { PageSummary, PlacedTask } from '../../workspace-index/page-summary.js';
import { idsCalled } from './catalogue-names.js';
import type { Span } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { preferred, replaceWith } from './fixes.js';
import { lastBefore } from './last-before.js';

/** A row whose ID is missing or wrong. */
export interface RowWithoutTask {
  /** The offset on the page. */
  readonly start: number;
  /** What is in the cell of the ID. */
  readonly written: string;
  readonly name: string;
}

/** An ID that a row may mean. */
export interface MeantId {
  readonly id: string;
  /** Whether two kinds of evidence agree, and no other ID has as much. */
  readonly isCertain: boolean;
  /** How much speaks for it. */
  readonly weight: number;
}

/** Whether more than one observation speaks for the ID: enough to change an ID that has the right form. */
export function isLikely({ weight }: MeantId): boolean {
  return weight >= LIKELY;
}

/** A fix for each ID. The first one is preferred if it's certain. */
export function replaceWithMeant(span: Span, meant: readonly Pick<MeantId, 'id' | 'isCertain'>[]): Fix[] {
  return meant.map(({ id, isCertain }) => (isCertain ? preferred(replaceWith(span, id)) : replaceWith(span, id)));
}

/** What speaks for an ID, and how much. */
const WEIGHTS = {
  /** The task has the name of the row, in the catalogue or on another page in the language. */
  name: 4,
  /** One typing error away from what is written. */
  near: 2,
  /** The page in another language has the task, and this one doesn't. */
  lost: 1,
  /** There, the row above or below is the same as here. */
  neighbor: 1,
  /** The refresh log of the page names the task, and no row has it. */
  logged: 1,
};
/** Less is a guess. */
const LEAST = 2;
const LIKELY = 3;
const CERTAIN = 5;
const MOST = 3;

/**
 * The IDs that a row may mean, most probable first: the evidence is the name of its task, its place on the page in
 * another language, and what is written. IDs that the page already lists are left out.
 */
export function idsMeant(row: RowWithoutTask, summary: PageSummary, index: IndexReader): MeantId[] {
  const listed = new Set(summary.tasks.map(({ value }) => value.id.value));
  const named = idsCalled(row.name, index);
  const lost = lostTasks(row, summary, index);
  const logged = new Set(
    summary.mentions
      .filter(({ value }) => value.where === 'refresh-log' && !value.isGone)
      .map(({ value }) => value.id.value),
  );
  const isNear = (id: string): boolean => isOneTypo(row.written, id);
  const near = row.written === '' ? [] : [...index.idsNear(row.written), ...[...logged].filter(isNear)];
  const weighed = [...new Set([...named, ...lost.keys(), ...near])]
    .filter((id) => !listed.has(id) && id !== row.written)
    .map((id) => ({
      id,
      weight:
        (named.includes(id) || isCalled(id, row.name, summary, index) ? WEIGHTS.name : 0) +
        (isNear(id) ? WEIGHTS.near : 0) +
        (lost.get(id) ?? 0) +
        (logged.has(id) ? WEIGHTS.logged : 0),
    }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = weighed;
  return weighed.slice(0, MOST).map(({ id, weight }) => ({
    id,
    weight,
    isCertain: weight >= CERTAIN && weight === first?.weight && weight !== second?.weight,
  }));
}

/** Whether other pages in the language call the task so. */
function isCalled(id: string, name: string, summary: PageSummary, index: IndexReader): boolean {
  const letters = comparableName(name);
  return letters !== '' && letters === comparableName(nameElsewhere(id, summary, index) ?? '');
}

/** The tasks that a page in another language has and this one lacks, with the weight of their place there. */
function lostTasks(row: RowWithoutTask, summary: PageSummary, index: IndexReader): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const [above, below] = neighborsOf(row, summary.tasks);
  for (const { english, translation, missing, extra } of comparisonsOf(summary, index)) {
    const [theirs, lost] = summary.language === 'en' ? [translation, extra] : [english, missing];
    for (const { start, value } of lost) {
      const [aboveThere, belowThere] = neighborsOf({ start }, theirs.tasks);
      const neighbors = Number(above === aboveThere) + Number(below === belowThere);
      const weight = WEIGHTS.lost + WEIGHTS.neighbor * neighbors;
      weights.set(value.id.value, Math.max(weight, weights.get(value.id.value) ?? 0));
    }
  }
  return weights;
}

/** The IDs of the tasks above and below a row. */
function neighborsOf(
  { start }: { readonly start: number },
  tasks: readonly PlacedTask[],
): readonly [above: string | undefined, below: string | undefined] {
  return [
    tasks[lastBefore(tasks, start - 1)]?.value.id.value,
    tasks.find((task) => task.start > start)?.value.id.value,
  ];
}
