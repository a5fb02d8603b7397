import type { JsonValue } from '../lint/options.js';
import type { Problem, RuleId, Severity } from '../lint/rule.js';
import type { Located } from '../text/span.js';
import type { TermSetData } from '../vocabulary/term-set.js';
import type { TermSetName } from '../vocabulary/vocabulary.js';

/** The allowed names of a configuration file, in the order of precedence within a folder. */
export const CONFIG_FILE_NAMES = ['.playbooklint.json', '.playbooklint.jsonc', '.playbooklint.yaml'] as const;

/** A configuration file after reading: everything in it that is valid. */
export interface ConfigFile extends ConfigSettings {
  /** Paths of other configuration files, relative to the folder of this one, as written. */
  readonly extends: readonly Located<string>[];
  /** Rules of later releases are off, unless `rules` names them. */
  readonly rulesAsOf: string | undefined;
  /** Globs of Markdown files that are always playbooks, whatever their content. */
  readonly playbooks: readonly string[];
  /** Globs of files that are never checked. */
  readonly ignore: readonly string[];
  /** Globs of CSV and JSON files with a list of all tasks. */
  readonly catalogue: readonly string[];
  /** The globs of each edition by name; `undefined` if the editions are detected. */
  readonly editions: ReadonlyMap<string, readonly string[]> | undefined;
  readonly overrides: readonly ConfigOverride[];
}

/** Settings for some of the files. */
export interface ConfigOverride extends ConfigSettings {
  readonly files: readonly string[];
}

/** The settings that an override can change. */
export interface ConfigSettings {
  readonly rules: ReadonlyMap<RuleId, RuleChange>;
  readonly vocabulary: VocabularyChange;
}

/** The settings of one rule. Settings that are missing don't change. */
export interface RuleChange {
  readonly severity?: Severity | 'off';
  readonly options: { readonly [name: string]: JsonValue };
}

/** What a file adds to the vocabulary, or replaces in it. */
export interface VocabularyChange {
  readonly terms: ReadonlyMap<TermSetName, TermSetData>;
  readonly frontMatter?: FrontMatterChange;
  readonly taskId?: TaskIdChange;
}

export interface TaskIdChange {
  readonly pattern: RegExp;
  /** The pattern as written in the file. */
  readonly written: string;
  /** The form in words, if the file has it. */
  readonly description?: string;
}

export interface FrontMatterChange {
  readonly required?: readonly string[];
  readonly recommended?: readonly string[];
  readonly optional?: readonly string[];
  /** Added to the known aliases. */
  readonly knownAliases?: readonly string[];
}

export interface ConfigReading {
  readonly file: ConfigFile;
  /** By position. Each problem is reported on the value or key that is wrong. */
  readonly problems: readonly Problem[];
}
