import type { RuleId, WordList } from '../lint/rule.js';
import type { Language } from '../vocabulary/language.js';
import { changedJson } from './change-json.js';
import { changedYaml } from './change-yaml.js';
import type { ConfigNode, ConfigSetting } from './config-node.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';

/** What an author decides about a problem, for all pages: the rule is off, or the word is right. */
export type ConfigChange =
  | { readonly kind: 'off'; readonly ruleId: RuleId }
  | { readonly kind: 'word'; readonly list: WordList; readonly word: string; readonly language: Language };

/**
 * The text of a configuration file after a change. Comments and the layout stay. `undefined` if the file has a syntax
 * error or another form. `name` gives the format.
 */
export function changedConfig(name: string, text: string, change: ConfigChange): string | undefined {
  const isYaml = /\.ya?ml$/i.test(name);
  const { root, errors } = isYaml ? readYaml(text) : readJson(text);
  if (errors.length > 0 || (root !== undefined && root.kind !== 'object')) return undefined;
  const setting = change.kind === 'off' ? offSetting(root, change.ruleId) : wordSetting(root, change);
  if (setting === undefined) return undefined;
  return isYaml ? changedYaml(text, root, setting) : changedJson(text, root, setting);
}

function offSetting(root: ConfigNode | undefined, ruleId: RuleId): ConfigSetting {
  const path = ['rules', ruleId];
  const isObject = nodeAt(root, path)?.kind === 'object';
  return { path: isObject ? [...path, 'severity'] : path, value: 'off' };
}

/** A list of words, or the long form: an object with the words of each term. */
function wordSetting(
  root: ConfigNode | undefined,
  { list, word, language }: ConfigChange & { kind: 'word' },
): ConfigSetting | undefined {
  const path = [list === 'optional' || list === 'knownAliases' ? 'frontMatter' : 'vocabulary', list];
  const node = nodeAt(root, path);
  if (node === undefined) return { path, value: [word] };
  if (node.kind === 'array') return { path, value: word, append: true };
  return node.kind === 'object' && path[0] === 'vocabulary'
    ? {
        path: [
          ...path,
          termId(
            word,
            node.entries.map(({ key }) => key.value),
          ),
        ],
        value: { [language]: word },
      }
    : undefined;
}

function termId(word: string, taken: readonly string[]): string {
  const slug = word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = slug === '' ? 'term' : slug;
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}

function nodeAt(root: ConfigNode | undefined, path: readonly string[]): ConfigNode | undefined {
  return path.reduce<ConfigNode | undefined>(
    (node, name) => (node?.kind === 'object' ? node.entries.find(({ key }) => key.value === name)?.value : undefined),
    root,
  );
}
