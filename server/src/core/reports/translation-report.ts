import { comparisonsOf, type SharedAspect, type TranslationComparison } from '../comparison/translations.js';
import { TASK_ASPECTS } from '../comparison/task-aspects.js';
import { languageAround } from '../comparison/folder-language.js';
import { naturalOrder } from '../text/natural-order.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../vocabulary/language.js';
import type { SectionId } from '../vocabulary/vocabulary.js';
import { folderOf, type FilePath } from '../workspace-index/file-path.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary, PlacedTask } from '../workspace-index/page-summary.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

/** How up to date the translations of a workspace are, as plain data. Only pages that docfx builds count. */
export interface TranslationReport {
  /** The languages of all translations, in the order of the vocabulary. */
  readonly languages: readonly LanguageReport[];
}

/** The translations into one language. */
export interface LanguageReport {
  readonly language: Language;
  /** The English name: `German`. */
  readonly name: string;
  readonly pages: number;
  /** How many pages have an English page. */
  readonly paired: number;
  /** The pages without an English page. */
  readonly unpaired: readonly FilePath[];
  /** English pages without a translation, in folders with other translations. */
  readonly untranslated: readonly FilePath[];
  /** English pages in a folder with pages in this language. */
  readonly inEnglish: readonly FilePath[];
  /** How many tasks are on both pages of a pair. */
  readonly compared: number;
  readonly missing: readonly ReportedTaskGap[];
  readonly extra: readonly ReportedTaskGap[];
  readonly differences: readonly ReportedDifference[];
  readonly sections: readonly ReportedSection[];
  readonly steps: readonly ReportedSteps[];
  readonly stale: readonly ReportedAge[];
}

/** A place on a page. */
export interface ReportedPlace {
  readonly path: FilePath;
  readonly offset: number;
  /** The line number, from 1. */
  readonly line: number;
}

/** A task that only one of two pages has. */
export interface ReportedTaskGap {
  readonly id: string;
  readonly page: FilePath;
  readonly english: FilePath;
  /** The place of the task on the page that has it. */
  readonly at: ReportedPlace;
}

/** A difference between a translation and its English page in a task. */
export interface ReportedDifference {
  readonly aspect: SharedAspect;
  readonly id: string;
  readonly here: ReportedPlace & { readonly text: string };
  readonly english: ReportedPlace & { readonly text: string };
}

export interface ReportedSection {
  readonly section: SectionId;
  readonly page: FilePath;
  /** The heading without a counterpart. */
  readonly english: ReportedPlace & { readonly text: string };
}

/** Pages with different numbers of steps. */
export interface ReportedSteps {
  readonly page: FilePath;
  readonly english: FilePath;
  readonly count: number;
  readonly englishCount: number;
}

/** A translation that is older than its English page, according to the refresh logs. */
export interface ReportedAge {
  readonly page: FilePath;
  readonly english: FilePath;
  /** The newest day in the translation's log, `YYYY-MM-DD`. */
  readonly newest: string;
  /** The days after it in the English log, newest first. */
  readonly newerDays: readonly string[];
}

/** Compares every translation with its English page, as the rules do. */
export function translationReport(index: WorkspaceIndex): TranslationReport {
  const reader = new IndexReader(index);
  const pages = [...index.pages.values()]
    .filter(({ isPlaybook, path }) => isPlaybook && reader.isBuilt(path))
    .sort(byPath);
  const comparisons = pages.flatMap((page) => (page.language === 'en' ? [] : comparisonsOf(page, reader)));
  const english = englishPages(pages, reader);
  const misplaced = pages.map((page) => ({ path: page.path, language: languageAround(page, reader) }));
  return {
    languages: LANGUAGES.filter((language) => language !== 'en').flatMap((language) => {
      const own = pages.filter((page) => page.language === language);
      if (own.length === 0) return [];
      const inEnglish = misplaced.filter((one) => one.language === language).map(({ path }) => path);
      return [
        reportOf(
          language,
          own,
          inEnglish,
          comparisons.filter(({ translation }) => translation.language === language),
          english,
        ),
      ];
    }),
  };
}

function byPath(a: PageSummary, b: PageSummary): number {
  return naturalOrder(a.path, b.path);
}

/** The English pages of the groups. */
function englishPages(pages: readonly PageSummary[], reader: IndexReader): FilePath[] {
  return pages
    .filter(({ language, path }) => language === 'en' && reader.translationsOf(path).get('en')?.path === path)
    .map(({ path }) => path);
}

function reportOf(
  language: Language,
  pages: readonly PageSummary[],
  inEnglish: readonly FilePath[],
  comparisons: readonly TranslationComparison[],
  english: readonly FilePath[],
): LanguageReport {
  const paired = new Set(comparisons.map(({ translation }) => translation.path));
  const translated = new Set(comparisons.map((comparison) => comparison.english.path));
  const folders = new Set([...translated].map(folderOf));
  return {
    language,
    name: LANGUAGE_NAMES[language],
    pages: pages.length,
    paired: paired.size,
    unpaired: pages.map(({ path }) => path).filter((path) => !paired.has(path)),
    untranslated: english.filter((path) => folders.has(folderOf(path)) && !translated.has(path)),
    inEnglish,
    compared: comparisons.reduce((sum, { shared }) => sum + shared, 0),
    missing: comparisons.flatMap((comparison) =>
      comparison.missing.map((task) => gapOf(task, comparison.english, comparison)),
    ),
    extra: comparisons.flatMap((comparison) =>
      comparison.extra.map((task) => gapOf(task, comparison.translation, comparison)),
    ),
    differences: comparisons.flatMap(differencesOf),
    sections: comparisons.flatMap(sectionsOf),
    steps: comparisons.flatMap(stepsOf),
    stale: comparisons.flatMap(ageOf),
  };
}

function gapOf(task: PlacedTask, has: PageSummary, { english, translation }: TranslationComparison): ReportedTaskGap {
  const { id } = task.value;
  return { id: id.value, page: translation.path, english: english.path, at: placeOn(has, task.start + id.span.start) };
}

function differencesOf({ english, translation, differences }: TranslationComparison): ReportedDifference[] {
  return differences.map(({ aspect, english: theirs, translated: own }) => {
    const textAt = (page: PageSummary, task: PlacedTask): ReportedPlace & { text: string } => {
      const cell = TASK_ASPECTS[aspect].cellOf(task.value);
      return { ...placeOn(page, task.start + (cell?.span.start ?? 0)), text: cell?.value ?? '' };
    };
    return { aspect, id: own.value.id.value, here: textAt(translation, own), english: textAt(english, theirs) };
  });
}

function sectionsOf({ english, translation, missingSections }: TranslationComparison): ReportedSection[] {
  return missingSections.flatMap(({ start, value: { section, span, text } }) =>
    section === undefined
      ? []
      : [{ section, page: translation.path, english: { ...placeOn(english, start + span.start), text } }],
  );
}

function stepsOf({ english, translation, steps }: TranslationComparison): ReportedSteps[] {
  return steps.english === steps.translation
    ? []
    : [{ page: translation.path, english: english.path, count: steps.translation, englishCount: steps.english }];
}

function ageOf({ english, translation, newerDays }: TranslationComparison): ReportedAge[] {
  const [newest] = translation.refreshDays;
  return newest === undefined || newerDays.length === 0
    ? []
    : [{ page: translation.path, english: english.path, newest, newerDays }];
}

function placeOn({ path, lines }: PageSummary, offset: number): ReportedPlace {
  return { path, offset, line: lines.lineAt(offset) + 1 };
}
