import type { LabelId, RefreshColumnId, SectionId, TaskColumnId } from './term-ids.js';

/**
 * Everything that depends on the language of a page. Each language has a pack in `languages/`; nothing else in the code
 * names a language, except English, which the others are translated from.
 */
export interface LanguagePack {
  /** The language subtag (BCP 47), such as `de`. */
  readonly id: string;
  /** The English name, for messages. */
  readonly name: string;
  /** How to recognize the language of a page's text. */
  readonly detection: LanguageMarks;
  /** How the names of files and folders show the language. */
  readonly paths: PathMarks;
  /** Words that only say that there is an image, in lower case: no description for readers who can't see it. */
  readonly imageWords: readonly string[];
  /** The content of a mandatory/optional cell, unless the table's own header shows other letters. */
  readonly letters: MandatoryLetters;
  /** How several values are written in one cell or label line. */
  readonly lists: ListWords;
  readonly dates: DateWords;
  /** How texts mention tasks. */
  readonly mentions: MentionWords;
  /** Whether clean text keeps `“ ”`; otherwise, quotation marks are straight. */
  readonly keepsCurlyQuotes: boolean;
  /** Words that authors use for an alert kind, in upper case: `HINWEIS` means `NOTE`. */
  readonly alertKinds: Readonly<Record<string, AlertKind>>;
  /** The names of task columns in spreadsheets, besides those in `terms`. */
  readonly sheetColumns: Readonly<Partial<Record<TaskColumnId, readonly string[]>>>;
  /** Texts in new pages, until the author replaces them. */
  readonly placeholders: Placeholders;
  readonly refreshLog: RefreshWords;
  readonly terms: LanguageTerms;
}

export const ALERT_KINDS = ['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** The spellings of a term in one language. */
export interface Spellings {
  /** The recommended spelling. */
  readonly canonical: string;
  /** Accepted without change. */
  readonly aliases?: readonly string[];
  /** Wrong spellings from real pages; the canonical spelling was meant. */
  readonly errors?: readonly string[];
}

/** The spellings by the ID of the term. A text alone is the recommended spelling. */
export type TermsIn<Id extends string = string> = Readonly<Record<Id, string | Spellings>>;

/** The terms of the dialect. A term that a language lacks is shown in English. */
export interface LanguageTerms {
  readonly roles: TermsIn;
  readonly services: TermsIn;
  readonly phases: TermsIn;
  readonly motions: TermsIn;
  readonly labels: TermsIn<LabelId>;
  readonly taskColumns: TermsIn<TaskColumnId>;
  readonly refreshColumns: TermsIn<RefreshColumnId>;
  readonly sections: TermsIn<SectionId>;
  readonly footer: TermsIn<'home'>;
}

export interface LanguageMarks {
  /** Common words, in lower case, that are rare in other languages. */
  readonly words: readonly string[];
  /** The number of characters in the text that show the language, for languages with their own script. */
  readonly countCharacters?: (text: string) => number;
}

export interface PathMarks {
  /** Suffixes of file names and names of folders, in lower case: `de` for `kick-off-de.md`. */
  readonly codes: readonly string[];
  /** Words in the names of folders, in lower case: `german-playbook`. */
  readonly words: readonly string[];
}

export interface MandatoryLetters {
  readonly mandatory: string;
  readonly optional: string;
}

export interface ListWords {
  /** The separator to write between two values. */
  readonly separator: string;
  /** Words that separate two values. */
  readonly conjunctions: readonly string[];
  /** Whether there are spaces around conjunctions. */
  readonly hasSpaces: boolean;
}

export interface DateWords {
  /** Whether authors write both `10/25/2019`, as in English, and `25/10/2019`. */
  readonly isDayFirst: boolean;
  /** How the names of the twelve months start, in lower case; empty if months are numbers. */
  readonly months: readonly string[];
  /** Endings of the day: `25th`. */
  readonly ordinals: readonly string[];
  /** A word before the month and the year: `25 de octubre de 2019`. */
  readonly preposition?: string;
}

/** Words in lower case. */
export interface MentionWords {
  /** The word before the ID, in every form. */
  readonly task: readonly string[];
  /** The words between two IDs. */
  readonly conjunctions: readonly string[];
  /** How words start that say that a task was removed. */
  readonly removed: readonly string[];
  /** How words start that say that a task was renamed or replaced. */
  readonly changed: readonly string[];
}

export interface Placeholders {
  /** The heading of a step. */
  readonly step: string;
  readonly task: string;
  readonly text: string;
  readonly listItem: string;
  readonly person: string;
  /** The first entry in the refresh log. */
  readonly created: string;
}

/** How the refresh log says which tasks changed. The first letter is capitalized afterwards. */
export interface RefreshWords {
  readonly added: (ids: string, count: number) => string;
  readonly removed: (ids: string, count: number) => string;
  /** Between two IDs. */
  readonly separator: string;
  /** Between two statements. */
  readonly join: string;
}
