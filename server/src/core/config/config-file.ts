import type { JsonValue } from '../lint/options.js';
import type { Problem, RuleId, Severity } from '../lint/rule.js';
import type { Located } from '../text/span.js';
import type { TermSetData } from '../vocabulary/term-set.js';
import type { TermSetName } from '../vocabulary/vocabulary.js';

/** The names a configuration file may have, in the order in which they are looked for in a folder. */
export const CONFIG_FILE_NAMES = ['.playbooklint.json', '.playbooklint.jsonc', '.playbooklint.yaml'] as const;

/** One configuration file, read: what it says, as far as it says something legal. */
export interface ConfigFile extends ConfigSettings {
  /** Paths of other configuration files, relative to the folder of this one, as written. */
  readonly extends: readonly Located<string>[];
  /** Globs of Markdown files that are playbooks whatever they hold. */
  readonly playbooks: readonly string[];
  /** Globs of files that are never checked. */
  readonly ignore: readonly string[];
  /** Globs of CSV and JSON files that hold a list of all tasks. */
  readonly catalogue: readonly string[];
  readonly overrides: readonly ConfigOverride[];
}

/** Settings for some files only. */
export interface ConfigOverride extends ConfigSettings {
  readonly files: readonly string[];
}

/** What may be different for some files. */
export interface ConfigSettings {
  readonly rules: ReadonlyMap<RuleId, RuleChange>;
  readonly vocabulary: VocabularyChange;
}

/** What a file says about one rule; what it does not say stays as it was. */
export interface RuleChange {
  readonly severity?: Severity | 'off';
  readonly options: { readonly [name: string]: JsonValue };
}

/** What a file adds to the vocabulary, or sets in its place. */
export interface VocabularyChange {
  readonly terms: ReadonlyMap<TermSetName, TermSetData>;
  readonly frontMatter?: FrontMatterChange;
  readonly taskId?: TaskIdChange;
}

export interface TaskIdChange {
  readonly pattern: RegExp;
  /** The pattern as the file has it. */
  readonly written: string;
  readonly description: string;
}

export interface FrontMatterChange {
  readonly required?: readonly string[];
  readonly recommended?: readonly string[];
  readonly optional?: readonly string[];
  /** Added to the known ones. */
  readonly knownAliases?: readonly string[];
}

export interface ConfigReading {
  readonly file: ConfigFile;
  /** By position. Each on the value or key that is wrong. */
  readonly problems: readonly Problem[];
}
