/** Request: the words for a page. */
export const vocabularyMethod = 'playbook/vocabulary';

export interface VocabularyParams {
  /** The URI of an existing or new page, whose configuration applies. */
  readonly uri: string;
  /** `de`; the language of the page if omitted. */
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
    /** In words: `three or four digits`. */
    readonly description: string;
  };
}

export interface OfferedTerm {
  /** The same in all languages: `fasttrack-manager`. */
  readonly id: string;
  /** In the requested language. */
  readonly label: string;
}

/** Request: the tasks of other pages, with the tasks that the page is most likely to need first. */
export const knownTasksMethod = 'playbook/knownTasks';

export interface KnownTasksParams {
  readonly uri: string;
}

export interface KnownTasksResult {
  readonly tasks: readonly OfferedTask[];
  /** The IDs in the tables of the page itself. */
  readonly onPage: readonly string[];
}

export interface OfferedTask {
  readonly id: string;
  readonly name?: string;
  /** The name as a list shows it, if it contains links. */
  readonly shownName?: string;
  readonly mo?: 'mandatory' | 'optional';
  /** Neutral ids; unknown words are unchanged. */
  readonly roles: readonly string[];
  readonly services: readonly string[];
}

/** Request: the changes to the tasks of a page, as text for its refresh log. */
export const refreshDraftMethod = 'playbook/refreshDraft';

export interface RefreshDraftParams {
  readonly uri: string;
  /** The previous text of the page. */
  readonly before: string;
}

export interface RefreshDraftResult {
  /** In the language of the page; empty if nothing changed. */
  readonly text: string;
}

/** Request: the text of a new page. */
export const newPageMethod = 'playbook/newPage';

export type NewPageKind = 'process' | 'approach' | 'page';

export interface NewPageParams {
  readonly kind: NewPageKind;
  /** Where the page will be saved, whose configuration applies. The built-in words if omitted. */
  readonly uri?: string;
  /** `de`. */
  readonly language: string;
  readonly title: string;
  readonly audience: string;
  /** A neutral id such as `assess`; the first phase if omitted. */
  readonly phase?: string;
  /** A mail alias. */
  readonly owner?: string;
  /** A person's name. */
  readonly author?: string;
}

export interface NewPageResult {
  readonly text: string;
  /** The text with tab stops, in the snippet syntax of LSP. */
  readonly snippet: string;
}

/** Request: the file in which a new page is probably wanted. */
export const newPageFileMethod = 'playbook/newPageFile';

export interface NewPageFileParams {
  /** A page in the folder where the author works. */
  readonly uri: string;
  /** `de`. */
  readonly language: string;
  readonly title: string;
  /** A neutral id. */
  readonly phase?: string;
}

export interface NewPageFileResult {
  /** The URI of a file that the workspace doesn't have; `null` if the server isn't able to say. */
  readonly uri: string | null;
}

/** Request: the configuration of a page, and the source of each setting. */
export const configurationMethod = 'playbook/configuration';

export interface ConfigurationParams {
  readonly uri: string;
}

export interface ConfigurationResult {
  /** The URIs of the configuration files that apply; later files take precedence. */
  readonly sources: readonly string[];
  /** The path that globs are compared with. */
  readonly path: string;
  /** `ignored`: never checked. `included`: always treated as a playbook. */
  readonly page: 'ignored' | 'included' | 'as-it-is';
  readonly rules: readonly ConfiguredRule[];
  /** If a configuration file sets the release whose rules are active: the release, that file, and the rules that are off. */
  readonly rulesAsOf?: ConfiguredRelease;
  /** The vocabulary settings of the configuration files; later files take precedence. */
  readonly words: readonly ConfiguredWord[];
  /** The edition of the page. */
  readonly edition: string;
  /** Every edition of the workspace, one entry for each place; empty if all pages are in one edition. */
  readonly editions: readonly EditionPlace[];
}

/** A place with pages of an edition. */
export interface EditionPlace {
  readonly name: string;
  /** The displayed path of the folder; empty for the workspace folder itself. */
  readonly folder: string;
  /** Globs in the folder; empty for everything in it. */
  readonly globs: readonly string[];
  readonly foundBy: 'configuration' | 'docfx' | 'folders';
}

export interface ConfiguredRelease {
  readonly release: string;
  /** The URI of the file that sets it. */
  readonly source: string;
  /** The number of rules that are off because they are newer. */
  readonly newerRules: number;
}

export interface ConfiguredWord {
  /** As in a configuration file: `roles`, `frontMatter`, `taskId`. */
  readonly key: string;
  /** The name of the setting: the id of a term, `required`, `pattern`. */
  readonly name: string;
  /** As JSON. */
  readonly value: unknown;
  /** The URI of the file with the setting. */
  readonly source: string;
}

export interface ConfiguredRule {
  readonly id: string;
  readonly severity: string;
  /** The options of the rule as JSON; omitted if the rule has no options. */
  readonly options?: unknown;
  /** The URIs of the files that configure the rule; empty for the default. */
  readonly sources: readonly string[];
}
