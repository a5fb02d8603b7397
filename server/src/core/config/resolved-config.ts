import { DEFAULT_LINT_CONFIG, type LintConfig, type RuleSetting } from '../lint/lint-config.js';
import type { JsonValue } from '../lint/options.js';
import type { Rule, RuleId, Severity } from '../lint/rule.js';
import type { RelativePath } from '../text/relative-path.js';
import { builtInVocabulary } from '../vocabulary/built-in.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ConfigFile, ConfigSettings, RuleChange, VocabularyChange } from './config-file.js';
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
  /** The changes of the vocabulary as text: the same text means the same vocabulary, also in another run. */
  readonly vocabularyKey: string;
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
  /** Where the settings of the rule for the page at `path` come from. A setting that isn't listed has its default. */
  originsOf(rule: RuleId, path: RelativePath): RuleOrigins;
  /** The file that ignores or includes the page at `path`. */
  pageSourceOf(path: RelativePath): PageSource | undefined;
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

/** Where a setting comes from. */
export type SettingOrigin =
  | { readonly kind: 'file'; readonly uri: string }
  /** `number`: its position in the file, starting at 1. `files`: its globs. */
  | { readonly kind: 'override'; readonly uri: string; readonly number: number; readonly files: readonly string[] }
  /** The rule is off because it is newer than the release in the file. */
  | { readonly kind: 'rules-as-of'; readonly uri: string }
  | { readonly kind: 'command-line' };

export interface RuleOrigins {
  readonly severity: SettingOrigin | undefined;
  /** By the name of the option. */
  readonly options: ReadonlyMap<string, SettingOrigin>;
}

export interface PageSource {
  readonly key: 'ignore' | 'playbooks';
  /** URI of the file. */
  readonly uri: string;
}

/** A configured word, and the URI of the file that configures it. */
export interface SourcedWord extends ConfiguredWord {
  readonly source: string;
  readonly origin: SettingOrigin;
}

/** A configured edition, and the pages in it. */
export interface ConfiguredEdition {
  readonly name: string;
  readonly globs: readonly string[];
  matches(path: RelativePath): boolean;
}

/** Severities that take precedence over all files. */
export type RuleSeverities = ReadonlyMap<RuleId, Severity | 'off'>;

const NO_SEVERITIES: RuleSeverities = new Map();

/** The settings without a configuration file. */
const DEFAULT_CONFIG: ResolvedConfig = {
  sources: [],
  rulesAsOf: undefined,
  configFor: () => DEFAULT_EFFECTIVE_CONFIG,
  sourcesOf: () => [],
  originsOf: () => NO_ORIGINS,
  pageSourceOf: () => undefined,
  wordsFor: () => [],
  isIgnored: () => false,
  isIncluded: () => false,
  isCatalogue: () => false,
  editions: undefined,
};

const DEFAULT_EFFECTIVE_CONFIG: EffectiveConfig = {
  lint: DEFAULT_LINT_CONFIG,
  vocabulary: builtInVocabulary,
  vocabularyKey: '',
  newerRules: [],
};

const NO_ORIGINS: RuleOrigins = { severity: undefined, options: new Map() };

/** The settings of a file, or of one of its overrides, or of the command line. */
interface Layer extends ConfigSettings {
  readonly origin: SettingOrigin;
  applies(path: RelativePath): boolean;
}

/** Merges `files`, whose URIs are `sources`. Later files take precedence, then the severities of the command line. */
export function resolveConfig(
  files: readonly ConfigFile[],
  sources: readonly string[],
  rules: readonly Rule[],
  severities: RuleSeverities = NO_SEVERITIES,
): ResolvedConfig {
  if (files.length === 0 && severities.size === 0) return DEFAULT_CONFIG;
  const layers = [
    ...files.flatMap((file, index) => layersOf(file, sources[index] ?? '')),
    ...(severities.size > 0 ? [commandLineLayer(severities)] : []),
  ];
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
      return [...new Set(configuring.flatMap(({ origin }) => uriOf(origin) ?? []))];
    },
    originsOf(rule, path) {
      const configuring = layers.filter((layer) => layer.rules.has(rule) && layer.applies(path));
      if (configuring.length === 0 && rulesAsOf !== undefined && newer.some(({ meta }) => meta.id === rule))
        return { ...NO_ORIGINS, severity: { kind: 'rules-as-of', uri: rulesAsOf.source } };
      return originsIn(rule, configuring);
    },
    pageSourceOf: (path) => pageSource('ignore', path, files, sources) ?? pageSource('playbooks', path, files, sources),
    wordsFor: (path) =>
      layers
        .filter((layer) => layer.applies(path))
        .flatMap(({ vocabulary, origin }) =>
          configuredWords(vocabulary).map((word) => ({ ...word, source: uriOf(origin) ?? '', origin })),
        ),
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
          vocabularyKey: changes.length === 0 ? '' : textOf(changes),
          newerRules: held.map(({ meta }) => meta.id),
          vocabulary: remembered(vocabularies, vocabularyKey, () => changedVocabulary(builtInVocabulary, changes)),
        };
      });
    },
  };
}

/** All that the changes say. */
function textOf(changes: readonly VocabularyChange[]): string {
  return JSON.stringify(changes, (_, value: unknown) =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)] : value instanceof RegExp ? String(value) : value,
  );
}

/** A later file replaces the editions with the same names. */
function editionsOf(files: readonly ConfigFile[]): ConfiguredEdition[] | undefined {
  const known = files.flatMap(({ editions }) => editions ?? []);
  if (known.length === 0) return undefined;
  const merged = new Map(known.flatMap((editions) => [...editions]));
  return [...merged].map(([name, globs]) => ({ name, globs, matches: globMatcher(globs) }));
}

function layersOf(file: ConfigFile, uri: string): Layer[] {
  const overrides = file.overrides.map(({ files, rules, vocabulary }, index): Layer => ({
    rules,
    vocabulary,
    origin: { kind: 'override', uri, number: index + 1, files },
    applies: globMatcher(files),
  }));
  const { rules, vocabulary } = file;
  return [{ rules, vocabulary, origin: { kind: 'file', uri }, applies: () => true }, ...overrides];
}

function commandLineLayer(severities: RuleSeverities): Layer {
  return {
    rules: new Map([...severities].map(([id, severity]) => [id, { severity, options: {} }])),
    vocabulary: { terms: new Map() },
    origin: { kind: 'command-line' },
    applies: () => true,
  };
}

function uriOf(origin: SettingOrigin): string | undefined {
  return origin.kind === 'command-line' ? undefined : origin.uri;
}

/** The last layer that has a setting provides it. */
function originsIn(rule: RuleId, layers: readonly Layer[]): RuleOrigins {
  let severity: SettingOrigin | undefined;
  const options = new Map<string, SettingOrigin>();
  for (const { rules, origin } of layers) {
    const change = rules.get(rule);
    if (change?.severity !== undefined) severity = origin;
    for (const name of Object.keys(change?.options ?? {})) options.set(name, origin);
  }
  return { severity, options };
}

function pageSource(
  key: PageSource['key'],
  path: RelativePath,
  files: readonly ConfigFile[],
  sources: readonly string[],
): PageSource | undefined {
  const matching = files.flatMap((file, index) => (globMatcher(file[key])(path) ? (sources[index] ?? []) : []));
  const uri = matching.at(-1);
  return uri === undefined ? undefined : { key, uri };
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
