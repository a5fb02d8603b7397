import { defineMessages, type Message } from '../../messages/index.js';
import type { Rule } from '../lint/rule.js';
import type { Located } from '../text/span.js';
import type { ConfigFile, ConfigOverride, ConfigReading, ConfigSettings } from './config-file.js';
import type { ConfigNode, ConfigTree } from './config-node.js';
import { ConfigReporter, ofKey, WHOLE_FILE } from './config-reporter.js';
import { countedLength, globMistake, MAX_GLOB_LENGTH } from './globs.js';
import { readJson } from './read-json.js';
import { readRules } from './read-rules.js';
import { readRulesAsOf } from './rules-as-of.js';
import { readVocabularyChange, VOCABULARY_KEYS } from './read-vocabulary.js';
import { readYaml } from './read-yaml.js';

const texts = defineMessages('read-config', {
  tooLarge: 'The configuration file is too large',
  tooDeep: 'The configuration file is nested too deeply',
  syntax: {
    text: '{mistake}. The file is ignored until its syntax is correct',
    note: '"mistake" is a whole sentence: A closing brace is expected here.',
  },
  extendsBackslash: 'Use "/" between folders in "extends", not "\\"',
  extendsAbsolute: 'A path in "extends" must be relative to the folder of this file',
  extendsOther: 'A path in "extends" must name a .json, .jsonc or .yaml file',
  globsTooLong:
    'The globs of this file have more than {limit, plural, one {# character} other {# characters}} in total, not counting plain names, so none of them is used',
  noEditionName: 'The name of an edition is empty',
  noFiles: 'An entry of "overrides" requires "files"',
});

/** No real configuration is nearly as large, and reading one must be fast. */
const MAX_CONFIG_LENGTH = 1_000_000;

const SETTINGS_KEYS = ['rules', ...VOCABULARY_KEYS] as const;
const OVERRIDE_KEYS = ['files', ...SETTINGS_KEYS] as const;
const FILE_KEYS = [
  '$schema',
  'extends',
  'rulesAsOf',
  ...SETTINGS_KEYS,
  'playbooks',
  'ignore',
  'catalogue',
  'editions',
  'overrides',
] as const;

/**
 * Reads one configuration file. Any text gives a configuration: what can't be used is left out and reported. If the
 * JSON or YAML has a syntax error, nothing in the file is used, since the parser would only guess the rest. `name`
 * gives the format; `rules` are the rules that can be configured.
 */
export function readConfig(name: string, text: string, rules: readonly Rule[]): ConfigReading {
  const reporter = new ConfigReporter();
  const root = readTree(name, text, reporter);
  const isBroken = reporter.problems.length > 0;
  const file =
    isBroken || root === undefined ? EMPTY_CONFIG : withBoundedGlobs(readFile(root, rules, reporter), root, reporter);
  return { file, problems: reporter.problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

const EMPTY_CONFIG: ConfigFile = {
  extends: [],
  rulesAsOf: undefined,
  rules: new Map(),
  vocabulary: { terms: new Map() },
  playbooks: [],
  ignore: [],
  catalogue: [],
  editions: undefined,
  overrides: [],
};

function readTree(name: string, text: string, reporter: ConfigReporter): ConfigNode | undefined {
  if (text.length > MAX_CONFIG_LENGTH) {
    reporter.report({ start: 0, end: 0 }, texts.tooLarge);
    return undefined;
  }
  let tree: ConfigTree;
  try {
    tree = /\.ya?ml$/i.test(name) ? readYaml(text) : readJson(text);
  } catch {
    // The readers of both formats recurse for each level.
    reporter.report({ start: 0, end: 0 }, texts.tooDeep);
    return undefined;
  }
  for (const [index, { value, span }] of tree.errors.entries())
    reporter.report(span, index === 0 ? texts.syntax({ mistake: value }) : value);
  return tree.root;
}

function readFile(root: ConfigNode, rules: readonly Rule[], reporter: ConfigReporter): ConfigFile {
  const object = reporter.object(root, WHOLE_FILE);
  if (object === undefined) return EMPTY_CONFIG;
  const fields = reporter.fields(object, WHOLE_FILE, FILE_KEYS);
  if (fields.$schema !== undefined) reporter.text(fields.$schema, ofKey('$schema'));
  return {
    ...readSettings(fields, rules, reporter),
    extends: fields.extends === undefined ? [] : readExtends(fields.extends, reporter),
    rulesAsOf: fields.rulesAsOf && readRulesAsOf(fields.rulesAsOf, rules, reporter),
    playbooks: readGlobs(fields.playbooks, 'playbooks', reporter),
    ignore: readGlobs(fields.ignore, 'ignore', reporter),
    catalogue: readGlobs(fields.catalogue, 'catalogue', reporter),
    editions: fields.editions === undefined ? undefined : readEditions(fields.editions, reporter),
    overrides: fields.overrides === undefined ? [] : readOverrides(fields.overrides, rules, reporter),
  };
}

type SettingsFields = Partial<Record<(typeof SETTINGS_KEYS)[number], ConfigNode>>;

function readSettings(fields: SettingsFields, rules: readonly Rule[], reporter: ConfigReporter): ConfigSettings {
  return {
    rules: fields.rules === undefined ? new Map() : readRules(fields.rules, rules, reporter),
    vocabulary: readVocabularyChange(fields, reporter),
  };
}

function readExtends(node: ConfigNode, reporter: ConfigReporter): Located<string>[] {
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => {
    const path = reporter.text(item, ofKey('extends'));
    if (path === undefined) return [];
    const mistake = extendsMistake(path);
    if (mistake === undefined) return [{ value: path, span: item.span }];
    reporter.report(item.span, mistake);
    return [];
  });
}

function extendsMistake(path: string): Message | undefined {
  if (path.includes('\\')) return texts.extendsBackslash;
  if (/^(?:\/|[A-Za-z][\w+.-]*:)/.test(path)) return texts.extendsAbsolute;
  return /\.(?:jsonc?|ya?ml)$/i.test(path) ? undefined : texts.extendsOther;
}

function readGlobs(node: ConfigNode | undefined, name: string, reporter: ConfigReporter): string[] {
  if (node === undefined) return [];
  const items = node.kind === 'array' ? node.items : [node];
  return items.flatMap((item) => {
    const glob = reporter.text(item, { of: 'glob', name });
    const mistake = glob === undefined ? undefined : globMistake(glob);
    if (mistake !== undefined) reporter.report(item.span, mistake);
    return glob === undefined || mistake !== undefined ? [] : [glob];
  });
}

function readEditions(node: ConfigNode, reporter: ConfigReporter): ReadonlyMap<string, readonly string[]> | undefined {
  const object = reporter.object(node, ofKey('editions'));
  if (object === undefined) return undefined;
  const editions = new Map<string, readonly string[]>();
  for (const { key, value } of object.entries) {
    if (key.value.trim() === '') reporter.report(key.span, texts.noEditionName);
    else {
      if (editions.has(key.value)) reporter.repeatedKey(key);
      editions.set(key.value, readGlobs(value, key.value, reporter));
    }
  }
  return editions;
}

/** The file without its globs, if comparing them with every page would take too long. */
function withBoundedGlobs(file: ConfigFile, { span }: ConfigNode, reporter: ConfigReporter): ConfigFile {
  const globs = [
    ...[file.playbooks, file.ignore, file.catalogue, ...(file.editions?.values() ?? [])],
    ...file.overrides.map(({ files }) => files),
  ].flat();
  if (countedLength(globs) <= MAX_GLOB_LENGTH) return file;
  reporter.report({ start: span.start, end: span.start + 1 }, texts.globsTooLong({ limit: MAX_GLOB_LENGTH }));
  return { ...file, playbooks: [], ignore: [], catalogue: [], editions: undefined, overrides: [] };
}

function readOverrides(node: ConfigNode, rules: readonly Rule[], reporter: ConfigReporter): ConfigOverride[] {
  const list = reporter.list(node, ofKey('overrides'));
  return (list?.items ?? []).flatMap((item) => {
    const object = reporter.object(item, { of: 'entry', name: 'overrides' });
    if (object === undefined) return [];
    const fields = reporter.fields(object, ofKey('overrides'), OVERRIDE_KEYS);
    if (fields.files === undefined)
      reporter.report({ start: object.span.start, end: object.span.start + 1 }, texts.noFiles);
    return [{ files: readGlobs(fields.files, 'files', reporter), ...readSettings(fields, rules, reporter) }];
  });
}
