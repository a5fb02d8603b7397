import type { FilePath } from '../workspace-index/file-path.js';
import type { SheetCell } from './sheet.js';
import type { LanguageReport, ReportedPlace } from './translation-report.js';

export type TranslationDifference =
  | 'missing task'
  | 'extra task'
  | 'other letter'
  | 'other role'
  | 'other services'
  | 'missing section'
  | 'other steps'
  | 'older'
  | 'not translated'
  | 'in English'
  | 'no English page';

/** A difference between a translation and its English page, or a page without a counterpart. */
export interface TranslationFinding {
  /** As in exported files. */
  readonly what: TranslationDifference;
  readonly id?: string;
  readonly page?: FilePath;
  readonly line?: number;
  readonly text?: SheetCell;
  readonly english?: FilePath;
  readonly englishLine?: number;
  readonly englishText?: SheetCell;
}

const ASPECT_NAMES = { mo: 'other letter', role: 'other role', services: 'other services' } as const;

/** Everything that a report says about one language. */
export function translationFindings(language: LanguageReport): TranslationFinding[] {
  return [
    ...language.missing.map(({ id, page, at }): TranslationFinding => ({
      what: 'missing task',
      id,
      page,
      ...inEnglish(at),
    })),
    ...language.extra.map(({ id, at, english }): TranslationFinding => ({
      what: 'extra task',
      id,
      page: at.path,
      line: at.line,
      english,
    })),
    ...language.differences.map(({ aspect, id, here, english }): TranslationFinding => ({
      what: ASPECT_NAMES[aspect],
      id,
      page: here.path,
      line: here.line,
      text: here.text,
      ...inEnglish(english),
      englishText: english.text,
    })),
    ...language.sections.map(({ page, english }): TranslationFinding => ({
      what: 'missing section',
      page,
      ...inEnglish(english),
      englishText: english.text,
    })),
    ...language.steps.map(({ page, english, count, englishCount }): TranslationFinding => ({
      what: 'other steps',
      page,
      text: count,
      english,
      englishText: englishCount,
    })),
    ...language.stale.map(({ page, english, newest, newerDays }): TranslationFinding => ({
      what: 'older',
      page,
      text: newest,
      english,
      englishText: newerDays[0] ?? '',
    })),
    ...language.untranslated.map((english): TranslationFinding => ({ what: 'not translated', english })),
    ...language.inEnglish.map((page): TranslationFinding => ({ what: 'in English', page })),
    ...language.unpaired.map((page): TranslationFinding => ({ what: 'no English page', page })),
  ];
}

function inEnglish({ path, line }: ReportedPlace): Pick<TranslationFinding, 'english' | 'englishLine'> {
  return { english: path, englishLine: line };
}
