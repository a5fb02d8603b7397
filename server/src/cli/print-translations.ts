import {
  DIFFERENCE_TEXTS,
  translationFindings,
  type FilePath,
  type LanguageReport,
  type SheetCell,
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

function printedRow(
  { what, id = '', page, line, text, english, englishLine, englishText }: TranslationFinding,
  relative: Relative,
  format: Format,
): string[] {
  const place = (path: FilePath | undefined, line: number | undefined, text: SheetCell | undefined): string =>
    path === undefined ? '' : printedPlace(relative(path), line, text, format);
  return [format(DIFFERENCE_TEXTS[what]), id, place(page, line, text), place(english, englishLine, englishText)];
}

/** `pages/a.md:12 "M"`. */
function printedPlace(path: string, line: number | undefined, text: SheetCell | undefined, format: Format): string {
  const shownText = text === undefined ? '' : ` ${format(quoted(String(text)))}`;
  return `${path}${line === undefined ? '' : `:${line}`}${shownText}`;
}
