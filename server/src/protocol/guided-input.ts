/** Request: the words that a page can be written with. */
export const vocabularyMethod = 'playbook/vocabulary';

export interface VocabularyParams {
  /** Of a page, there or not, for the words that hold there. */
  readonly uri: string;
  /** `de`; the language of the page when left out. */
  readonly language?: string;
}

export interface OfferedVocabulary {
  readonly language: string;
  readonly languages: readonly OfferedTerm[];
  readonly roles: readonly OfferedTerm[];
  readonly services: readonly OfferedTerm[];
  readonly phases: readonly OfferedTerm[];
  readonly motions: readonly OfferedTerm[];
  readonly letters: { readonly mandatory: string; readonly optional: string };
  readonly taskId: {
    /** A regular expression. */
    readonly pattern: string;
    /** As a person would say it: `three or four digits`. */
    readonly description: string;
  };
}

export interface OfferedTerm {
  /** The same in every language: `fasttrack-manager`. */
  readonly id: string;
  /** In the language that was asked for. */
  readonly label: string;
}

/** Request: the tasks that other pages have, those first that a page is most likely to need. */
export const knownTasksMethod = 'playbook/knownTasks';

export interface KnownTasksParams {
  readonly uri: string;
}

export interface KnownTasksResult {
  readonly tasks: readonly OfferedTask[];
  /** The IDs that the page itself has in its tables. */
  readonly onPage: readonly string[];
}

export interface OfferedTask {
  readonly id: string;
  readonly name?: string;
  readonly mo?: 'mandatory' | 'optional';
  /** Neutral ids; words as they are where nobody knows them. */
  readonly roles: readonly string[];
  readonly services: readonly string[];
}

/** Request: what happened to the tasks of a page, as a line of its refresh log. */
export const refreshDraftMethod = 'playbook/refreshDraft';

export interface RefreshDraftParams {
  readonly uri: string;
  /** The text that the page had before. */
  readonly before: string;
}

export interface RefreshDraftResult {
  /** In the language of the page; empty when nothing happened. */
  readonly text: string;
}

/** Request: the text of a new page. */
export const newPageMethod = 'playbook/newPage';

export type NewPageKind = 'process' | 'approach' | 'page';

export interface NewPageParams {
  readonly kind: NewPageKind;
  /** Where the page will stand: the words that hold there are used. Those that come with us when left out. */
  readonly uri?: string;
  /** `de`. */
  readonly language: string;
  readonly title: string;
  readonly audience: string;
  /** A neutral id such as `assess`; the first phase when left out. */
  readonly phase?: string;
  /** A mail alias. */
  readonly owner?: string;
  /** A person's name. */
  readonly author?: string;
}

export interface NewPageResult {
  readonly text: string;
}

/** Request: what holds for one page, and which file says so. */
export const configurationMethod = 'playbook/configuration';

export interface ConfigurationParams {
  readonly uri: string;
}

export interface ConfigurationResult {
  /** The configuration files that were read, by URI; a later one counts more. */
  readonly sources: readonly string[];
  /** The path that their patterns are compared with. */
  readonly path: string;
  /** `ignored`: never checked. `included`: a playbook whatever it holds. */
  readonly page: 'ignored' | 'included' | 'as-it-is';
  readonly rules: readonly ConfiguredRule[];
  /** What the configuration files say of the words of playbooks; a later one counts more. */
  readonly words: readonly ConfiguredWord[];
}

export interface ConfiguredWord {
  /** As in a configuration file: `roles`, `frontMatter`, `taskId`. */
  readonly key: string;
  /** What it is about: the id of a term, `required`, `pattern`. */
  readonly name: string;
  /** As JSON. */
  readonly value: unknown;
  /** URI of the file that says so. */
  readonly source: string;
}

export interface ConfiguredRule {
  readonly id: string;
  readonly severity: string;
  /** What the rule goes by, as JSON; absent for a rule that has nothing to set. */
  readonly options?: unknown;
  /** URIs of the files that say something of the rule; none: it is as it comes. */
  readonly sources: readonly string[];
}
