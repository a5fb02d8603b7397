import { nameElsewhere } from '../../comparison/disagreements.js';
import { comparableName } from '../../comparison/task-aspects.js';
import { comparisonsOf } from '../../comparison/translations.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import { memoized } from '../../text/memo.js';
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
  const { listed, logged, lost } = pageFacts(index)(summary);
  const named = idsCalled(row.name, summary.path, index);
  const isNear = (id: string): boolean => isOneTypo(row.written, id);
  const near = row.written === '' ? [] : [...index.idsNear(row.written), ...[...logged].filter(isNear)];
  const placed = placeWeights(row, summary, lost);
  const weightOf = (id: string): number => {
    const weight = (isNear(id) ? WEIGHTS.near : 0) + (placed.get(id) ?? 0) + (logged.has(id) ? WEIGHTS.logged : 0);
    // Comparing names is too expensive for every task that the page lacks.
    const hasName = named.includes(id) || (weight >= LEAST && isCalled(id, row.name, summary, index));
    return hasName ? weight + WEIGHTS.name : weight;
  };
  const weighed = [...new Set([...named, ...placed.keys(), ...near])]
    .filter((id) => !listed.has(id) && id !== row.written)
    .map((id) => ({ id, weight: weightOf(id) }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST);
  const [, second] = weighed;
  return weighed.map((one, at) => ({
    ...one,
    isCertain: at === 0 && one.weight >= CERTAIN && one.weight !== second?.weight,
  }));
}

/** What all rows of a page have in common. */
interface PageFacts {
  /** The tasks in the tables. */
  readonly listed: ReadonlySet<string>;
  /** The tasks that the refresh log names, without removed ones. */
  readonly logged: ReadonlySet<string>;
  /** The tasks that a page in another language has and this one lacks. */
  readonly lost: readonly LostTask[];
}

interface LostTask extends Neighbors {
  readonly id: string;
}

/** The tasks above and below a row. */
interface Neighbors {
  readonly above: string | undefined;
  readonly below: string | undefined;
}

/** Computed once for all rows and rules: a reader is used for one check of one page. */
const pageFacts = memoized((index: IndexReader) =>
  memoized((summary: PageSummary): PageFacts => ({
    listed: new Set(summary.tasks.map(({ value }) => value.id.value)),
    logged: new Set(
      summary.mentions
        .filter(({ value }) => value.where === 'refresh-log' && !value.isGone)
        .map(({ value }) => value.id.value),
    ),
    lost: comparisonsOf(summary, index).flatMap(({ english, translation, missing, extra }) => {
      const [theirs, lost] = summary.language === 'en' ? [translation, extra] : [english, missing];
      return lost.map(({ start, value }) => ({ id: value.id.value, ...neighborsOf(start, theirs.tasks) }));
    }),
  })),
);

/** How much the place of a row speaks for each task that the page lacks. */
function placeWeights(
  { start }: RowWithoutTask,
  { tasks }: PageSummary,
  lost: readonly LostTask[],
): ReadonlyMap<string, number> {
  const here = neighborsOf(start, tasks);
  const weights = new Map<string, number>();
  for (const { id, above, below } of lost) {
    const same = Number(above === here.above) + Number(below === here.below);
    weights.set(id, Math.max(WEIGHTS.lost + WEIGHTS.neighbor * same, weights.get(id) ?? 0));
  }
  return weights;
}

function neighborsOf(start: number, tasks: readonly PlacedTask[]): Neighbors {
  const last = lastBefore(tasks, start);
  // A row without a valid ID isn't one of the tasks.
  const isTask = tasks[last]?.start === start;
  return { above: tasks[isTask ? last - 1 : last]?.value.id.value, below: tasks[last + 1]?.value.id.value };
}

/** Whether other pages in the language call the task so. */
function isCalled(id: string, name: string, summary: PageSummary, index: IndexReader): boolean {
  const letters = comparableName(name);
  return letters !== '' && letters === comparableName(nameElsewhere(id, summary, index) ?? '');
}
