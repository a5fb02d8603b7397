import {
  DIFFERENCE_TEXTS,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  type Sheet,
  type SheetCell,
} from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { ReportKind } from '../../protocol/index.js';
import type { Format } from '../../messages/formatting/index.js';

const texts = defineMessages('shown-sheet', {
  language: { text: '{language}', note: 'The name of a language in a cell.' },
  languageColumn: { text: 'Language', note: 'Heading of a column in a report.' },
  what: { text: 'What', note: 'Heading of a column in a report. How a translation differs from its English page.' },
  task: { text: 'Task', note: 'Heading of a column in a report.' },
  page: { text: 'Page', note: 'Heading of a column in a report.' },
  line: { text: 'Line', note: 'Heading of a column in a report. The number of a line.' },
  here: { text: 'Here', note: 'Heading of a column in a report. The text on the translated page.' },
  englishPage: { text: 'English page', note: 'Heading of a column in a report.' },
  englishLine: {
    text: 'Line in English',
    note: 'Heading of a column in a report. The number of a line on the English page.',
  },
  englishText: { text: 'In English', note: 'Heading of a column in a report. The text on the English page.' },
  taskId: { text: 'Task ID', note: 'Heading of a column in a report.' },
  edition: { text: 'Edition', note: 'Heading of a column in a report. Published, preliminary or archived pages.' },
  catalogueName: { text: 'Name in the catalogue', note: 'Heading of a column in a report.' },
  inCatalogue: { text: 'In the catalogue', note: 'Heading of a column in a report. The cells say yes, no or retired.' },
  mo: { text: 'Mandatory/optional', note: 'Heading of a column in a report.' },
  role: { text: 'Role', note: 'Heading of a column in a report.' },
  services: { text: 'Services', note: 'Heading of a column in a report.' },
  audience: { text: 'Audience', note: 'Heading of a column in a report.' },
  differences: { text: 'Differences', note: 'Heading of a column in a report.' },
  pages: { text: 'Pages', note: 'Heading of a column in a report. A list of files.' },
  nameIn: { text: 'Name in {language}', note: 'Heading of a column in a report.' },
  pagesIn: { text: 'Pages in {language}', note: 'Heading of a column in a report. A number of pages.' },
  file: { text: 'File', note: 'Heading of a column in a report.' },
  yes: { text: 'yes', note: 'The task is in the catalogue.' },
  no: { text: 'no', note: "The task isn't in the catalogue." },
  retired: { text: 'retired', note: 'A task in the catalogue that is no longer in use.' },
  mandatory: { text: 'mandatory', note: 'About a task.' },
  optional: { text: 'optional', note: 'About a task.' },
  letter: { text: 'letter', note: 'In a list of what differs between the pages of a task.' },
  otherName: { text: 'name', note: 'In a list of what differs between the pages of a task.' },
  otherRole: { text: 'role', note: 'In a list of what differs between the pages of a task.' },
  otherServices: { text: 'services', note: 'In a list of what differs between the pages of a task.' },
  letterIn: { text: 'letter in {language}', note: 'In a list of what differs between the pages of a task.' },
  roleIn: { text: 'role in {language}', note: 'In a list of what differs between the pages of a task.' },
  servicesIn: { text: 'services in {language}', note: 'In a list of what differs between the pages of a task.' },
  missingIn: {
    text: 'missing in {language}',
    note: 'In a list of what differs between the pages of a task. The pages in the language lack the task.',
  },
  onlyIn: {
    text: 'only in {language}',
    note: 'In a list of what differs between the pages of a task. The English pages lack the task.',
  },
});

/**
 * The sheet of a report as an editor displays it. Sheets are in English, so that their files can be imported again: the
 * words that come from the product are replaced with those of the locale, and everything that comes from pages is kept.
 */
export function shownSheet(
  { columns, rows }: Sheet,
  kind: ReportKind,
  format: Format,
): Pick<Sheet, 'columns' | 'rows'> {
  // Its other columns are keys of the pages.
  if (kind === 'metadata') return { columns: [format(texts.file), ...columns.slice(1)], rows };
  const shown = (word: string, words: Words): string => {
    const message = words.get(word);
    return message === undefined ? word : format(message);
  };
  const cells = columns.map((name) => CELLS[name]);
  return {
    columns: columns.map((name) => shown(name, COLUMNS)),
    rows: rows.map((row) => row.map((cell, column) => shownCell(cell, cells[column], shown))),
  };
}

/** Words as in exported files, and how they are shown. */
type Words = ReadonlyMap<string, Message>;

/** What the cells of a column consist of: one word, or several with a separator. */
interface CellWords {
  readonly words: Words;
  readonly separator?: string;
}

function shownCell(
  cell: SheetCell,
  { words, separator }: CellWords = NO_WORDS,
  shown: (word: string, words: Words) => string,
): SheetCell {
  if (typeof cell === 'number' || words.size === 0) return cell;
  if (separator === undefined) return shown(cell, words);
  return cell
    .split(separator)
    .map((word) => shown(word, words))
    .join(separator);
}

const NO_WORDS: CellWords = { words: new Map() };

/** The words of exported files are the English texts. */
function wordsOf(messages: readonly Message[]): Words {
  return new Map(messages.map((message) => [message.english, message]));
}

type InLanguage = (values: { readonly language: { readonly language: Language } }) => Message;

/** The same with the English name of each language. */
function wordsWithLanguages(texts: readonly InLanguage[]): Words {
  return new Map(
    texts.flatMap((text) =>
      LANGUAGES.map((language) => {
        const message = text({ language: { language } });
        return [message.english.replace('{language}', LANGUAGE_NAMES[language]), message] as const;
      }),
    ),
  );
}

const COLUMNS: Words = new Map([
  ...wordsOf([
    texts.languageColumn,
    texts.what,
    texts.task,
    texts.page,
    texts.line,
    texts.here,
    texts.englishPage,
    texts.englishLine,
    texts.englishText,
    texts.taskId,
    texts.edition,
    texts.catalogueName,
    texts.inCatalogue,
    texts.mo,
    texts.role,
    texts.services,
    texts.audience,
    texts.differences,
    texts.pages,
  ]),
  ...wordsWithLanguages([texts.nameIn, texts.pagesIn]),
]);

const CELLS: Readonly<Partial<Record<string, CellWords>>> = {
  [texts.languageColumn.english]: { words: wordsWithLanguages([texts.language]) },
  [texts.what.english]: { words: wordsOf(Object.values(DIFFERENCE_TEXTS)) },
  [texts.inCatalogue.english]: { words: wordsOf([texts.yes, texts.no, texts.retired]) },
  [texts.mo.english]: { words: wordsOf([texts.mandatory, texts.optional]), separator: '; ' },
  [texts.differences.english]: {
    words: new Map([
      ...wordsOf([texts.letter, texts.otherName, texts.otherRole, texts.otherServices]),
      ...wordsWithLanguages([texts.letterIn, texts.roleIn, texts.servicesIn, texts.missingIn, texts.onlyIn]),
    ]),
    separator: ', ',
  },
};
