import type { Message } from '../../messages/index.js';
import type { Language } from './language.js';
import type { MandatoryLetters } from './language-pack.js';
import type { LabelId, RefreshColumnId, SectionId, TaskColumnId } from './term-ids.js';
import type { TermSet } from './term-set.js';

export type { MandatoryLetters } from './language-pack.js';
export type { LabelId, RefreshColumnId, SectionId, TaskColumnId } from './term-ids.js';

/** The kinds of values in a label line or a column. */
export type TermSetName = 'roles' | 'services' | 'phases' | 'motions';

/**
 * What the dialect allows, as plain data: terms, labels, columns, sections, letters and front matter, in every language.
 * The parser, the rules and completion share one copy. A workspace can extend it; a new value is a new vocabulary, so
 * its identity can key a cache.
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
  /** The column orders of real task tables; the first one is used for new tables. */
  readonly taskLayouts: readonly (readonly TaskColumnId[])[];
  readonly letters: Readonly<Record<Language, MandatoryLetters>>;
  readonly taskId: TaskIdForm;
  readonly frontMatter: FrontMatterSpec;
  /** The alert kinds that renderers know, in upper case. */
  readonly alertKinds: readonly string[];
  /** Words that authors use for an alert kind, in upper case, each with the kind that was meant. */
  readonly translatedAlertKinds: ReadonlyMap<string, string>;
  /** The separator between several values in one cell or label line. */
  readonly separators: Readonly<Record<Language, string>>;
}

/** Whether a task has to be done. */
export type Obligation = 'mandatory' | 'optional';

/** The form of a task ID, and the texts that mean "no task". */
export interface TaskIdForm {
  readonly pattern: RegExp;
  /** The pattern in words. */
  readonly description: Message;
  readonly placeholders: readonly string[];
}

/** The front matter of a playbook. */
export interface FrontMatterSpec {
  readonly required: readonly string[];
  readonly recommended: readonly string[];
  /** Known, but not required. */
  readonly optional: readonly string[];
  /** The order of the keys in real playbooks. */
  readonly order: readonly string[];
  /** Keys whose value is a mail alias, not a name. */
  readonly aliasKeys: readonly string[];
  /** Keys whose value is a person's name, not a mail alias. */
  readonly nameKeys: readonly string[];
  /** The allowed values of keys with a closed list. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The values of `ms.topic` and `ms.custom` that belong to the site of each audience. */
  readonly sites: Readonly<Record<string, { readonly topics: readonly string[]; readonly customs: readonly string[] }>>;
  /** Aliases that are known to be correct; a similar alias is probably a typo. */
  readonly knownAliases: readonly string[];
}

/** The term set for the values of a label. */
export const TERMS_OF_LABEL: Readonly<Record<LabelId, TermSetName>> = {
  phase: 'phases',
  motions: 'motions',
  'primary-role': 'roles',
  'applies-to': 'services',
};
