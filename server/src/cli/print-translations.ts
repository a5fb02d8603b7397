import {
  translationFindings,
  type FilePath,
  type LanguageReport,
  type SheetCell,
  type TranslationDifference,
  type TranslationFinding,
  type TranslationReport,
} from '../core/index.js';
import { defineMessages, quoted, type Message } from '../messages/index.js';
import type { Format } from '../messages/formatting/index.js';
import { printColumns } from './print-columns.js';

const texts = defineMessages('print-translations', {
  none: 'There are no translations.',
  language: { text: 'Language', note: 'Heading of a column with the names of languages.' },
  name: { text: '{language}', note: 'The name of a language, as the name of a row or the heading of a list.' },
  pages: { text: 'Pages', note: 'Heading of a column: how many pages are in the language.' },
  paired: { text: 'Paired', note: 'Heading of a column: how many translated pages have an English page.' },
  untranslated: { text: 'Not translated', note: 'Heading of a column: how many English pages have no translation.' },
  inEnglish: {
    text: 'In English',
    note: 'Heading of a column: how many pages in a folder of translations are in English.',
  },
  compared: { text: 'Tasks compared', note: 'Heading of a column: how many tasks are on both pages.' },
  missing: { text: 'Missing', note: 'Heading of a column: how many tasks are only on the English page.' },
  extra: { text: 'Extra', note: 'Heading of a column: how many tasks are only on the translated page.' },
  letters: {
    text: 'M/O',
    note: 'Heading of a column: how many tasks are mandatory on one page and optional on the other.',
  },
  roles: { text: 'Roles', note: 'Heading of a column: how many tasks have different roles on both pages.' },
  services: { text: 'Services', note: 'Heading of a column: how many tasks have different services on both pages.' },
  sections: { text: 'Sections', note: 'Heading of a column: how many sections or steps differ.' },
  older: { text: 'Older', note: 'Heading of a column: how many translations are older than their English page.' },
  missingTask: { text: 'missing task', note: 'In a list of differences between a translation and its English page.' },
  extraTask: { text: 'extra task', note: 'In a list of differences between a translation and its English page.' },
  otherLetter: { text: 'other letter', note: 'In a list of differences between a translation and its English page.' },
  otherRole: { text: 'other role', note: 'In a list of differences between a translation and its English page.' },
  otherServices: {
    text: 'other services',
    note: 'In a list of differences between a translation and its English page.',
  },
  missingSection: {
    text: 'missing section',
    note: 'In a list of differences between a translation and its English page.',
  },
  otherSteps: {
    text: 'other steps',
    note: 'In a list of differences between a translation and its English page: the numbers of steps differ.',
  },
  olderPage: { text: 'older', note: 'In a list of differences: the translation is older than its English page.' },
  untranslatedPage: { text: 'not translated', note: 'In a list of pages: an English page without a translation.' },
  pageInEnglish: { text: 'in English', note: 'In a list of pages: an English page in a folder of translations.' },
  noEnglishPage: { text: 'no English page', note: 'In a list of pages: a translation without an English page.' },
});

type Relative = (path: FilePath) => string;

/** One line of counts per language. Empty without translations. */
export function printTranslationCounts({ languages }: TranslationReport, format: Format): string {
  if (languages.length === 0) return '';
  return printColumns([
    [texts.language, ...COUNTS.map(([title]) => title)].map(format),
    ...languages.map((language) => [nameOf(language, format), ...COUNTS.map(([, count]) => count(language))]),
  ]);
}

/** The counts, followed by their details. `relative`: the displayed path. */
export function printTranslationReport(report: TranslationReport, relative: Relative, format: Format): string {
  const { languages } = report;
  if (languages.length === 0) return `${format(texts.none)}\n`;
  const counts = printTranslationCounts(report, format);
  const lists = languages.flatMap((language) => {
    const rows = translationFindings(language).map((finding) => printedRow(finding, relative, format));
    return rows.length === 0 ? [] : [`${nameOf(language, format)}\n${printColumns(rows, '  ')}`];
  });
  return `${[counts, ...lists].join('\n\n')}\n`;
}

function nameOf({ language }: LanguageReport, format: Format): string {
  return format(texts.name({ language: { language } }));
}

const COUNTS: readonly (readonly [Message, (language: LanguageReport) => number])[] = [
  [texts.pages, ({ pages }) => pages],
  [texts.paired, ({ paired }) => paired],
  [texts.untranslated, ({ untranslated }) => untranslated.length],
  [texts.inEnglish, ({ inEnglish }) => inEnglish.length],
  [texts.compared, ({ compared }) => compared],
  [texts.missing, ({ missing }) => missing.length],
  [texts.extra, ({ extra }) => extra.length],
  [texts.letters, ({ differences }) => differences.filter(({ aspect }) => aspect === 'mo').length],
  [texts.roles, ({ differences }) => differences.filter(({ aspect }) => aspect === 'role').length],
  [texts.services, ({ differences }) => differences.filter(({ aspect }) => aspect === 'services').length],
  [texts.sections, ({ sections, steps }) => sections.length + steps.length],
  [texts.older, ({ stale }) => stale.length],
];

/** In exported files, these words are always in English. */
const DIFFERENCES: Readonly<Record<TranslationDifference, Message>> = {
  'missing task': texts.missingTask,
  'extra task': texts.extraTask,
  'other letter': texts.otherLetter,
  'other role': texts.otherRole,
  'other services': texts.otherServices,
  'missing section': texts.missingSection,
  'other steps': texts.otherSteps,
  older: texts.olderPage,
  'not translated': texts.untranslatedPage,
  'in English': texts.pageInEnglish,
  'no English page': texts.noEnglishPage,
};

function printedRow(
  { what, id = '', page, line, text, english, englishLine, englishText }: TranslationFinding,
  relative: Relative,
  format: Format,
): string[] {
  const place = (path: FilePath | undefined, line: number | undefined, text: SheetCell | undefined): string =>
    path === undefined ? '' : printedPlace(relative(path), line, text, format);
  return [format(DIFFERENCES[what]), id, place(page, line, text), place(english, englishLine, englishText)];
}

/** `pages/a.md:12 "M"`. */
function printedPlace(path: string, line: number | undefined, text: SheetCell | undefined, format: Format): string {
  const shownText = text === undefined ? '' : ` ${format(quoted(String(text)))}`;
  return `${path}${line === undefined ? '' : `:${line}`}${shownText}`;
}
