import type { FilePath } from '../workspace-index/file-path.js';
import { printColumns } from './columns.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { LanguageReport, ReportedPlace, TranslationReport } from './translation-report.js';

/** The display path, relative to the workspace folder. */
type Relative = (path: FilePath) => string;

/** One row for every difference between a translation and its English page. */
export function translationSheet({ languages }: TranslationReport, relative: Relative): Sheet {
  return {
    name: 'Translations',
    columns: ['Language', 'What', 'Task', 'Page', 'Line', 'Here', 'English page', 'Line in English', 'In English'],
    rows: languages.flatMap((language) =>
      findingsOf(language).map(
        ({ what, id = '', page, line = '', text = '', english, englishLine = '', englishText = '' }) => [
          language.name,
          what,
          id,
          page === undefined ? '' : relative(page),
          line,
          text,
          english === undefined ? '' : relative(english),
          englishLine,
          englishText,
        ],
      ),
    ),
  };
}

/** For the command line: one line of counts per language. Empty without translations. */
export function printTranslationCounts({ languages }: TranslationReport): string {
  if (languages.length === 0) return '';
  return printColumns([
    COUNTS.map(([title]) => title),
    ...languages.map((language) => COUNTS.map(([, count]) => count(language))),
  ]);
}

/** The counts, followed by their details. */
export function printTranslationReport(report: TranslationReport, relative: Relative): string {
  const { languages } = report;
  if (languages.length === 0) return 'There are no translations.\n';
  const counts = printTranslationCounts(report);
  const lists = languages.flatMap((language) => {
    const rows = findingsOf(language).map((finding) => printedRow(finding, relative));
    return rows.length === 0 ? [] : [`${language.name}\n${printColumns(rows, '  ')}`];
  });
  return `${[counts, ...lists].join('\n\n')}\n`;
}

const COUNTS: readonly (readonly [string, (language: LanguageReport) => SheetCell])[] = [
  ['Language', ({ name }) => name],
  ['Pages', ({ pages }) => pages],
  ['Paired', ({ paired }) => paired],
  ['Not translated', ({ untranslated }) => untranslated.length],
  ['In English', ({ inEnglish }) => inEnglish.length],
  ['Tasks compared', ({ compared }) => compared],
  ['Missing', ({ missing }) => missing.length],
  ['Extra', ({ extra }) => extra.length],
  ['M/O', ({ differences }) => differences.filter(({ aspect }) => aspect === 'mo').length],
  ['Roles', ({ differences }) => differences.filter(({ aspect }) => aspect === 'role').length],
  ['Services', ({ differences }) => differences.filter(({ aspect }) => aspect === 'services').length],
  ['Sections', ({ sections, steps }) => sections.length + steps.length],
  ['Older', ({ stale }) => stale.length],
];

/** One line of a list. */
interface Finding {
  readonly what: string;
  readonly id?: string;
  readonly page?: FilePath;
  readonly line?: number;
  readonly text?: SheetCell;
  readonly english?: FilePath;
  readonly englishLine?: number;
  readonly englishText?: SheetCell;
}

const ASPECT_NAMES = { mo: 'other letter', role: 'other role', services: 'other services' } as const;

function findingsOf(language: LanguageReport): Finding[] {
  return [
    ...language.missing.map(({ id, page, at }): Finding => ({ what: 'missing task', id, page, ...inEnglish(at) })),
    ...language.extra.map(({ id, at, english }): Finding => ({
      what: 'extra task',
      id,
      page: at.path,
      line: at.line,
      english,
    })),
    ...language.differences.map(({ aspect, id, here, english }): Finding => ({
      what: ASPECT_NAMES[aspect],
      id,
      page: here.path,
      line: here.line,
      text: here.text,
      ...inEnglish(english),
      englishText: english.text,
    })),
    ...language.sections.map(({ page, english }): Finding => ({
      what: 'missing section',
      page,
      ...inEnglish(english),
      englishText: english.text,
    })),
    ...language.steps.map(({ page, english, count, englishCount }): Finding => ({
      what: 'other steps',
      page,
      text: count,
      english,
      englishText: englishCount,
    })),
    ...language.stale.map(({ page, english, newest, newerDays }): Finding => ({
      what: 'older',
      page,
      text: newest,
      english,
      englishText: newerDays[0] ?? '',
    })),
    ...language.untranslated.map((english): Finding => ({ what: 'not translated', english })),
    ...language.inEnglish.map((page): Finding => ({ what: 'in English', page })),
    ...language.unpaired.map((page): Finding => ({ what: 'no English page', page })),
  ];
}

function inEnglish({ path, line }: ReportedPlace): Pick<Finding, 'english' | 'englishLine'> {
  return { english: path, englishLine: line };
}

function printedRow(
  { what, id = '', page, line, text, english, englishLine, englishText }: Finding,
  relative: Relative,
): string[] {
  const here = page === undefined ? '' : printedPlace(relative(page), line, text);
  return [what, id, here, english === undefined ? '' : printedPlace(relative(english), englishLine, englishText)];
}

/** `pages/a.md:12 "M"`. */
function printedPlace(path: string, line: number | undefined, text: SheetCell | undefined): string {
  return `${path}${line === undefined ? '' : `:${line}`}${text === undefined ? '' : ` "${text}"`}`;
}
