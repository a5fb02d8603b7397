import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import { originOf } from '../workspace-index/arrangement.js';
import { tasksById } from '../workspace-index/facts-by-id.js';
import type { IndexReader } from '../workspace-index/index-reader.js';
import type { HeadingFact, PageSummary, PlacedTask } from '../workspace-index/page-summary.js';
import { TASK_ASPECTS } from './task-aspects.js';

/** The aspects of a task row that are comparable across languages. */
export type SharedAspect = 'mo' | 'role' | 'services';

/** A row of the translation that differs from all rows of the English page for the task. */
export interface TaskDifference {
  readonly aspect: SharedAspect;
  readonly english: PlacedTask;
  readonly translated: PlacedTask;
}

/** The differences between a translation and the English page. The rules report them, and the report counts them. */
export interface TranslationComparison {
  readonly english: PageSummary;
  readonly translation: PageSummary;
  /** The number of tasks on both pages. */
  readonly shared: number;
  /** The tasks that only the English page has, each once, in source order. */
  readonly missing: readonly PlacedTask[];
  /** The tasks that only the translation has. */
  readonly extra: readonly PlacedTask[];
  readonly differences: readonly TaskDifference[];
  /** The headings of the English page whose section of the skeleton is missing in the translation. */
  readonly missingSections: readonly Placed<HeadingFact>[];
  readonly steps: { readonly english: number; readonly translation: number };
  /** The days of the English refresh log after the newest of the translation's, newest first. */
  readonly newerDays: readonly string[];
}

/**
 * The page and its translations, or the translation and its English page. Empty for a page that docfx excludes, or that
 * isn't the representative of its language.
 */
export function comparisonsOf(summary: PageSummary, index: IndexReader): readonly TranslationComparison[] {
  const pages = index.translationsOf(summary.path);
  const english = pages.get('en');
  if (english === undefined || pages.get(summary.language)?.path !== summary.path) return [];
  const translations =
    summary.language === 'en' ? [...pages.values()].filter(({ language }) => language !== 'en') : [summary];
  return translations
    .filter((translation) => index.isBuilt(translation.path) && index.isBuilt(english.path))
    .map((translation) => compared(summary.language === 'en' ? summary : english)(translation));
}

/** The differences of a page, computed once for all callers. */
const compared = memoized((english: PageSummary) =>
  memoized((translation: PageSummary): TranslationComparison => {
    const origins = comparedOrigins(originOf(english))(originOf(translation));
    return hasDifferences(origins) ? compare(english, translation) : { ...origins, english, translation };
  }),
);

/** The comparison of the origins of both pages, the same object as long as no fact of the pages changes. */
export function originOfComparison({ english, translation }: TranslationComparison): TranslationComparison {
  return comparedOrigins(originOf(english))(originOf(translation));
}

const comparedOrigins = memoized((english: PageSummary) =>
  memoized((translation: PageSummary) => compare(english, translation)),
);

/** Only differences have positions. */
function hasDifferences({ missing, extra, differences, missingSections }: TranslationComparison): boolean {
  return missing.length + extra.length + differences.length + missingSections.length > 0;
}

function compare(english: PageSummary, translation: PageSummary): TranslationComparison {
  const englishTasks = tasksById(english);
  const translatedTasks = tasksById(translation);
  const missing: PlacedTask[] = [];
  const differences: TaskDifference[] = [];
  for (const [id, rows] of englishTasks) {
    const others = translatedTasks.get(id);
    if (others !== undefined) addDifferences(rows, others, differences);
    else if (rows[0] !== undefined) missing.push(rows[0]);
  }
  return {
    english,
    translation,
    shared: englishTasks.size - missing.length,
    missing,
    extra: [...translatedTasks].flatMap(([id, [first]]) =>
      englishTasks.has(id) || first === undefined ? [] : [first],
    ),
    differences,
    missingSections: missingSections(english, translation),
    steps: { english: countSteps(english), translation: countSteps(translation) },
    newerDays: newerDays(english, translation),
  };
}

const ASPECTS: readonly SharedAspect[] = ['mo', 'role', 'services'];

function addDifferences(
  english: readonly PlacedTask[],
  translated: readonly PlacedTask[],
  differences: TaskDifference[],
): void {
  const [one, second] = english;
  const [other, fourth] = translated;
  if (one === undefined || other === undefined) return;
  // The case for nearly all rows: each page has the task once, and the rows agree.
  const areSingle = second === undefined && fourth === undefined;
  for (const aspect of ASPECTS) {
    if (areSingle && TASK_ASPECTS[aspect].agree(one.value, other.value)) continue;
    for (const difference of differencesIn(aspect, english, translated)) differences.push(difference);
  }
}

/** If a page has a task twice, it's enough that one of the rows agrees. */
function* differencesIn(
  aspect: SharedAspect,
  english: readonly PlacedTask[],
  translated: readonly PlacedTask[],
): Iterable<TaskDifference> {
  const { meaningOf } = TASK_ASPECTS[aspect];
  const known = new Map<string, PlacedTask>();
  for (const task of english) {
    const meaning = meaningOf(task.value);
    if (meaning !== undefined && !known.has(meaning)) known.set(meaning, task);
  }
  const [first] = known.values();
  if (first === undefined) return;
  for (const task of translated) {
    const meaning = meaningOf(task.value);
    if (meaning !== undefined && !known.has(meaning)) yield { aspect, english: first, translated: task };
  }
}

function missingSections({ headings }: PageSummary, translation: PageSummary): Placed<HeadingFact>[] {
  const present = new Set(translation.headings.map(({ value }) => value.section));
  return headings.filter(({ value: { section } }) => {
    if (section === undefined || present.has(section)) return false;
    present.add(section);
    return true;
  });
}

function countSteps({ headings }: PageSummary): number {
  return headings.filter(({ value }) => value.isStep).length;
}

/** Empty if the translation has no log, since then the whole log is missing. */
function newerDays(english: PageSummary, translation: PageSummary): string[] {
  const [newest] = translation.refreshDays;
  return newest === undefined ? [] : english.refreshDays.filter((day) => day > newest);
}
