import type { Language } from './language.js';
import type { TermSet } from './term-set.js';

/** The columns of an FTOP task table, whatever they are called in the language of the page. */
export type TaskColumnId = 'task-id' | 'task-name' | 'mo' | 'role' | 'services';
/** The columns of a Refresh Summary table. */
export type RefreshColumnId = 'date' | 'who' | 'what' | 'notes';
/** The lines `Label: **Value**` under a heading. */
export type LabelId = 'phase' | 'motions' | 'primary-role' | 'applies-to';
/** The headings a process playbook is made of, and the one above a task table. */
export type SectionId =
  | 'overview'
  | 'objectives'
  | 'approach'
  | 'key-inputs'
  | 'key-outputs'
  | 'next-steps'
  | 'refresh-summary'
  | 'ftop-tasks';

/** What the value of a label line or the cell of a column is made of. */
export type TermSetName = 'roles' | 'services' | 'phases' | 'motions';

/**
 * What the dialect allows, as plain data: terms, labels, columns, sections, letters and front matter, in six languages.
 *
 * One copy feeds the parser, the rules, and everything that suggests words to an author. A workspace may extend it;
 * a new value is a new vocabulary, so its identity can key a cache.
 */
export interface Vocabulary {
  readonly roles: TermSet;
  readonly services: TermSet;
  readonly phases: TermSet;
  readonly motions: TermSet;
  readonly labels: TermSet<LabelId>;
  readonly taskColumns: TermSet<TaskColumnId>;
  readonly refreshColumns: TermSet<RefreshColumnId>;
  readonly sections: TermSet<SectionId>;
  readonly footer: TermSet;
  /** The order of the required sections of a process playbook. */
  readonly sectionOrder: readonly SectionId[];
  /** The order of the label lines under a step. */
  readonly labelOrder: readonly LabelId[];
  /** The column orders that real task tables have; the first is the one to write. */
  readonly taskLayouts: readonly (readonly TaskColumnId[])[];
  readonly letters: Readonly<Record<Language, MandatoryLetters>>;
  readonly taskId: TaskIdForm;
  readonly frontMatter: FrontMatterSpec;
  /** The alert kinds a renderer knows, upper case. */
  readonly alertKinds: readonly string[];
  /** Words that authors put where an alert kind belongs, upper case, each with the kind that was meant. */
  readonly translatedAlertKinds: ReadonlyMap<string, string>;
  /** Joins several values in one cell or label line. */
  readonly separators: Readonly<Record<Language, string>>;
}

/** Whether a task has to be done. */
export type Obligation = 'mandatory' | 'optional';

/** The content of a mandatory/optional cell, unless the table's own header shows other letters. */
export interface MandatoryLetters {
  readonly mandatory: string;
  readonly optional: string;
}

/** The form of a task ID, and the texts that stand for "no task". */
export interface TaskIdForm {
  readonly pattern: RegExp;
  /** The pattern as a person would say it. */
  readonly description: string;
  readonly placeholders: readonly string[];
}

/** The front matter of a playbook. */
export interface FrontMatterSpec {
  readonly required: readonly string[];
  readonly recommended: readonly string[];
  /** Known, needed by nobody. */
  readonly optional: readonly string[];
  /** The order in which real playbooks have their keys. */
  readonly order: readonly string[];
  /** Keys whose value is a mail alias, not a name. */
  readonly aliasKeys: readonly string[];
  /** Keys whose value is a person's name, not an alias. */
  readonly nameKeys: readonly string[];
  /** Legal values of keys that have a closed list. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** By audience, the values of `ms.topic` and `ms.custom` that belong to its site. */
  readonly sites: Readonly<Record<string, { readonly topics: readonly string[]; readonly customs: readonly string[] }>>;
  /** Aliases that are known to be right; anything near one of them is probably a slip. */
  readonly knownAliases: readonly string[];
}

/** The term set a label's value is made of. */
export const TERMS_OF_LABEL: Readonly<Record<LabelId, TermSetName>> = {
  phase: 'phases',
  motions: 'motions',
  'primary-role': 'roles',
  'applies-to': 'services',
};
