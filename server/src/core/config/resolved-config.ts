import { DEFAULT_LINT_CONFIG, type LintConfig, type RuleSetting } from '../lint/lint-config.js';
import type { JsonValue } from '../lint/options.js';
import type { Rule, RuleId } from '../lint/rule.js';
import type { RelativePath } from '../text/relative-path.js';
import type { ConfiguredEdition } from '../workspace-index/editions.js';
import { builtInVocabulary } from '../vocabulary/built-in.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ConfigFile, ConfigSettings, RuleChange } from './config-file.js';
import { configuredWords, type ConfiguredWord } from './configured-words.js';
import { globMatcher } from './globs.js';
import { isNewerThan } from './rules-as-of.js';
import { changedVocabulary, isEmptyChange } from './vocabulary-change.js';

/**
 * The configuration of one page. Pages with the same settings share the same objects, which key the linter's caches.
 */
export interface EffectiveConfig {
  readonly lint: LintConfig;
  readonly vocabulary: Vocabulary;
  /** The rules that are off because they are newer than the release of `rulesAsOf`. */
  readonly newerRules: readonly RuleId[];
}

/** The configuration of a folder, merged with everything in `extends`. Paths are relative to that folder. */
export interface ResolvedConfig {
  /**
   * URIs of the files it was read from, in the order of precedence, the highest last. Empty if there is no
   * configuration.
   */
  readonly sources: readonly string[];
  /** The configuration of the page at `path`. */
  configFor(path: RelativePath): EffectiveConfig;
  /** The release whose rules are active, and the URI of the file that sets it. */
  readonly rulesAsOf: RulesAsOf | undefined;
  /** URIs of the `sources` that configure rules for the page at `path`, in the order of precedence. */
  sourcesOf(rule: RuleId, path: RelativePath): readonly string[];
  /** The words that the `sources` configure for the page at `path`, in the order of precedence. */
  wordsFor(path: RelativePath): readonly SourcedWord[];
  /** Whether the page is never checked. */
  isIgnored(path: RelativePath): boolean;
  /** Whether the page is a playbook whatever its content. */
  isIncluded(path: RelativePath): boolean;
  /** Whether the file is an exported list of tasks. */
  isCatalogue(path: RelativePath): boolean;
  /** The configured editions; `undefined` if editions are detected. */
  readonly editions: readonly ConfiguredEdition[] | undefined;
}

export interface RulesAsOf {
  readonly release: string;
  readonly source: string;
}

/** A configured word, and the URI of the file that configures it. */
export interface SourcedWord extends ConfiguredWord {
  readonly source: string;
}

/** The settings without a configuration file. */
export const DEFAULT_CONFIG: ResolvedConfig = {
  sources: [],
  rulesAsOf: undefined,
  configFor: () => DEFAULT_EFFECTIVE_CONFIG,
  sourcesOf: () => [],
  wordsFor: () => [],
  isIgnored: () => false,
  isIncluded: () => false,
  isCatalogue: () => false,
  editions: undefined,
};

const DEFAULT_EFFECTIVE_CONFIG: EffectiveConfig = {
  lint: DEFAULT_LINT_CONFIG,
  vocabulary: builtInVocabulary,
  newerRules: [],
};

/** The settings of a file, or of one of its overrides. */
interface Layer extends ConfigSettings {
  /** URI of the file. */
  readonly source: string;
  applies(path: RelativePath): boolean;
}

/** Merges `files`, whose URIs are `sources`. Later files take precedence. */
export function resolveConfig(
  files: readonly ConfigFile[],
  sources: readonly string[],
  rules: readonly Rule[],
): ResolvedConfig {
  const layers = files.flatMap((file, index) => layersOf(file, sources[index] ?? ''));
  const rulesAsOf = rulesAsOfIn(files, sources);
  const newer = rulesAsOf === undefined ? [] : rules.filter((rule) => isNewerThan(rule, rulesAsOf.release));
  const known = new Map<string, EffectiveConfig>();
  const vocabularies = new Map<string, Vocabulary>();
  return {
    sources,
    rulesAsOf,
    sourcesOf(rule, path) {
      const configuring = layers.filter((layer) => layer.rules.has(rule) && layer.applies(path));
      if (configuring.length === 0 && rulesAsOf !== undefined && newer.some(({ meta }) => meta.id === rule))
        return [rulesAsOf.source];
      return [...new Set(configuring.map(({ source }) => source))];
    },
    wordsFor: (path) =>
      layers
        .filter((layer) => layer.applies(path))
        .flatMap(({ vocabulary, source }) => configuredWords(vocabulary).map((word) => ({ ...word, source }))),
    isIgnored: globMatcher(files.flatMap(({ ignore }) => ignore)),
    isIncluded: globMatcher(files.flatMap(({ playbooks }) => playbooks)),
    isCatalogue: globMatcher(files.flatMap(({ catalogue }) => catalogue)),
    editions: editionsOf(files),
    configFor(path) {
      const applied = layers.map((layer) => layer.applies(path));
      return remembered(known, applied.map(Number).join(''), () => {
        const active = layers.filter((_, index) => applied[index]);
        const changes = active.map(({ vocabulary }) => vocabulary).filter((change) => !isEmptyChange(change));
        const vocabularyKey = layers
          .map(({ vocabulary }, index) => (isEmptyChange(vocabulary) ? 0 : Number(applied[index])))
          .join('');
        const held = newer.filter(({ meta }) => !active.some((layer) => layer.rules.has(meta.id)));
        return {
          lint: lintConfigOf(active, rules, held),
          newerRules: held.map(({ meta }) => meta.id),
          vocabulary: remembered(vocabularies, vocabularyKey, () => changedVocabulary(builtInVocabulary, changes)),
        };
      });
    },
  };
}

/** A later file replaces the editions with the same names. */
function editionsOf(files: readonly ConfigFile[]): ConfiguredEdition[] | undefined {
  const known = files.flatMap(({ editions }) => editions ?? []);
  if (known.length === 0) return undefined;
  const merged = new Map(known.flatMap((editions) => [...editions]));
  return [...merged].map(([name, globs]) => ({ name, globs, matches: globMatcher(globs) }));
}

function layersOf(file: ConfigFile, source: string): Layer[] {
  const overrides = file.overrides.map(({ files, rules, vocabulary }): Layer => ({
    rules,
    vocabulary,
    source,
    applies: globMatcher(files),
  }));
  return [{ rules: file.rules, vocabulary: file.vocabulary, source, applies: () => true }, ...overrides];
}

/** The nearest file takes precedence. */
function rulesAsOfIn(files: readonly ConfigFile[], sources: readonly string[]): RulesAsOf | undefined {
  return files
    .flatMap(({ rulesAsOf: release }, index) =>
      release === undefined ? [] : [{ release, source: sources[index] ?? '' }],
    )
    .at(-1);
}

/** `held`: the rules that are off because they are too new. */
function lintConfigOf(layers: readonly Layer[], rules: readonly Rule[], held: readonly Rule[]): LintConfig {
  const changes = new Map<RuleId, RuleChange>();
  for (const layer of layers) {
    for (const [id, change] of layer.rules) {
      const before = changes.get(id);
      changes.set(id, { ...before, ...change, options: { ...before?.options, ...change.options } });
    }
  }
  for (const { meta } of held) changes.set(meta.id, { severity: 'off', options: {} });
  if (changes.size === 0) return DEFAULT_LINT_CONFIG;
  return { rules: new Map([...changes].flatMap(([id, change]) => settingOf(id, change, rules))) };
}

function settingOf(id: RuleId, { severity, options }: RuleChange, rules: readonly Rule[]): [RuleId, RuleSetting][] {
  const meta = rules.find((rule) => rule.meta.id === id)?.meta;
  if (meta === undefined) return [];
  const defaults = meta.options.defaults as { readonly [name: string]: JsonValue };
  return [[id, { severity: severity ?? meta.recommended, options: { ...defaults, ...options } }]];
}

function remembered<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}
