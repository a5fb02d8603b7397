import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { HeadingFact, PageSummary, PlacedTask } from '../workspace-index/page-summary.js';

/**
 * A part of a page that is compared as a whole: a step, another heading of level 3 or higher, or what is above the first
 * heading. It ends at the next unit: the headings inside it, such as the one above a task table, belong to it.
 */
export interface Unit {
  /** `undefined` above the first heading. */
  readonly heading: Placed<HeadingFact> | undefined;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** 0 above the first heading. */
  readonly level: number;
  /** Whether it's a heading of level 3 under Approach. */
  readonly isStep: boolean;
  readonly tasks: readonly PlacedTask[];
}

const MOST_LEVELS = 3;

/** The units of a page, in source order. */
export const unitsOf = memoized((page: PageSummary): readonly Unit[] => {
  const headings = page.headings.filter(({ value }) => value.level <= MOST_LEVELS);
  const starts = [0, ...headings.map(({ start }) => start)];
  let task = 0;
  let inApproach = false;
  return starts.map((start, index): Unit => {
    const heading = index === 0 ? undefined : headings[index - 1];
    const level = heading?.value.level ?? 0;
    if (level <= 2) inApproach = heading?.value.section === 'approach';
    const end = starts[index + 1] ?? page.text.length;
    const from = task;
    while (task < page.tasks.length && (page.tasks[task]?.start ?? end) < end) task++;
    return { heading, start, end, level, isStep: inApproach && level === 3, tasks: page.tasks.slice(from, task) };
  });
});

/** The units of the English page, each with the unit of the translation that has the same content. */
export type UnitPairs = ReadonlyMap<Unit, Unit>;

/**
 * Pairs the units of two pages: steps with the same tasks; then what is the same section of the skeleton; then, where
 * equally many of the same levels are left between two pairs, in their order. What is left is in no pair.
 */
export function pairUnits(english: readonly Unit[], translated: readonly Unit[]): UnitPairs {
  if (areInStep(english, translated))
    return new Map(
      english.flatMap((one, at) => (translated[at] === undefined ? [] : [[one, translated[at]] as const])),
    );
  const pairs = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  const pair = (one: Unit | undefined, other: Unit | undefined): void => {
    if (one === undefined || other === undefined || pairs.has(one) || taken.has(other)) return;
    pairs.set(one, other);
    taken.add(other);
  };
  pair(english[0], translated[0]);
  for (const [one, other] of byCommonTasks(english, translated)) pair(one, other);
  for (const one of english) {
    const section = sectionOf(one);
    if (section !== undefined && !pairs.has(one))
      pair(
        one,
        translated.find((other) => sectionOf(other) === section && other.level === one.level),
      );
  }
  for (const [some, others] of gaps(english, translated, pairs, taken))
    if (String(some.map(({ level }) => level)) === String(others.map(({ level }) => level)))
      for (const [index, one] of some.entries()) pair(one, others[index]);
  return pairs;
}

/**
 * Whether the units have the same levels, sections and tasks in the same order. Almost all translations do, at almost
 * every keystroke.
 */
export function areInStep(english: readonly Unit[], translated: readonly Unit[]): boolean {
  return english.length === translated.length && english.every((one, at) => isSameUnit(one, translated[at]));
}

function isSameUnit(one: Unit, other: Unit | undefined): boolean {
  return (
    other !== undefined &&
    one.level === other.level &&
    one.isStep === other.isStep &&
    sectionOf(one) === sectionOf(other) &&
    one.tasks.length === other.tasks.length &&
    one.tasks.every(({ value }, at) => value.id.value === other.tasks[at]?.value.id.value)
  );
}

function sectionOf({ heading }: Unit): string | undefined {
  return heading?.value.section;
}

/** Two units with common tasks, those with the most first; of equally many, those that have fewer others. */
function byCommonTasks(english: readonly Unit[], translated: readonly Unit[]): (readonly [Unit, Unit])[] {
  const byTask = new Map<string, Set<Unit>>();
  for (const unit of translated)
    for (const { value } of unit.tasks) byTask.set(value.id.value, (byTask.get(value.id.value) ?? new Set()).add(unit));
  const candidates: { one: Unit; other: Unit; common: number; away: number }[] = [];
  for (const [index, one] of english.entries()) {
    const common = new Map<Unit, number>();
    for (const id of idsOf(one))
      for (const other of byTask.get(id) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    for (const [other, count] of common)
      if (one.isStep && other.isStep)
        candidates.push({ one, other, common: count, away: Math.abs(index - translated.indexOf(other)) });
  }
  const others = ({ one, other }: { one: Unit; other: Unit }): number => one.tasks.length + other.tasks.length;
  return candidates
    .sort((a, b) => b.common - a.common || others(a) - others(b) || a.away - b.away)
    .map(({ one, other }) => [one, other]);
}

/** The IDs of the tasks in a unit, each once. A page is compared with several translations. */
export const idsOf = memoized(
  ({ tasks }: Unit): ReadonlySet<string> => new Set(tasks.map(({ value }) => value.id.value)),
);

/** What is left after each pair, up to the next one, on both pages. */
function gaps(
  english: readonly Unit[],
  translated: readonly Unit[],
  pairs: UnitPairs,
  taken: ReadonlySet<Unit>,
): (readonly [readonly Unit[], readonly Unit[]])[] {
  return english.flatMap((one, index) => {
    const other = pairs.get(one);
    if (other === undefined) return [];
    const some = leftAfter(english, index, (unit) => pairs.has(unit));
    if (some.length === 0) return [];
    return [[some, leftAfter(translated, translated.indexOf(other), (unit) => taken.has(unit))] as const];
  });
}

function leftAfter(units: readonly Unit[], index: number, isPaired: (unit: Unit) => boolean): readonly Unit[] {
  const next = units.findIndex((unit, at) => at > index && isPaired(unit));
  return units.slice(index + 1, next === -1 ? undefined : next);
}
