import { defineMessages, type Message } from '../../messages/index.js';
import type { Problem } from '../lint/rule.js';
import type { Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import { kindOf, type ConfigArray, type ConfigNode, type ConfigObject } from './config-node.js';

const texts = defineMessages('config-reporter', {
  notObject: {
    text: '{of, select, file {A configuration file must be an object, not {actual}} entry {An entry of "{name}" must be an object, not {actual}} term {The term "{name}" must be an object, not {actual}} other {"{name}" must be an object, not {actual}}}',
    note: 'An object as in JSON. "actual" is the value that is there instead: a list, the number 2.',
  },
  notList: {
    text: '{of, select, option {Option "{name}" must be a list, not {actual}} other {"{name}" must be a list, not {actual}}}',
    note: '"actual" is the value that is there instead: an object, the number 2.',
  },
  notText: {
    text: '{of, select, entry {An entry of "{name}" must be a text, not {actual}} optionEntry {An entry of option "{name}" must be a text, not {actual}} glob {A glob in "{name}" must be a text, not {actual}} other {"{name}" must be a text, not {actual}}}',
    note: '"actual" is the value that is there instead: a list, the number 2.',
  },
  empty:
    '{of, select, entry {An entry of "{name}" is empty} optionEntry {An entry of option "{name}" is empty} glob {A glob in "{name}" is empty} other {"{name}" is empty}}',
  unknownKey:
    '{of, select, file {Unknown key "{key}" in the configuration} options {Unknown key "{key}" in the options of "{name}"} term {Unknown key "{key}" in the term "{name}"} other {Unknown key "{key}" in "{name}"}}',
  repeatedKey: '"{name}" is already set above',
  meant: { text: '{mistake}. Did you mean "{meant}"?', note: '"mistake" is a whole sentence: Unknown rule "lnk".' },
});

/** The ID of problems in a configuration file, in place of a rule ID. */
export const CONFIGURATION_PROBLEM = 'configuration';

/**
 * What a message calls a part of a configuration file. `options`: the options of the rule `name`; `option`: one of them;
 * `entry` and `optionEntry`: an item in the list `name`.
 */
export interface ConfigPart {
  readonly of: 'file' | 'key' | 'entry' | 'glob' | 'term' | 'options' | 'option' | 'optionEntry';
  readonly name: string;
}

/** The value of a key. */
export const ofKey = (name: string): ConfigPart => ({ of: 'key', name });

/** The file as a whole. */
export const WHOLE_FILE: ConfigPart = { of: 'file', name: '' };

/** Collects the problems of one configuration file. */
export class ConfigReporter {
  readonly problems: Problem[] = [];

  report(span: Span, message: Message): void {
    this.problems.push({
      ruleId: CONFIGURATION_PROBLEM,
      message,
      severity: 'error',
      span,
      tags: [],
      related: [],
      fixes: [],
    });
  }

  /** `node` as an object; reports any other value. */
  object(node: ConfigNode, part: ConfigPart): ConfigObject | undefined {
    if (node.kind === 'object') return node;
    this.report(node.span, texts.notObject({ ...part, actual: kindOf(node) }));
    return undefined;
  }

  list(node: ConfigNode, part: ConfigPart): ConfigArray | undefined {
    if (node.kind === 'array') return node;
    this.report(node.span, texts.notList({ ...part, actual: kindOf(node) }));
    return undefined;
  }

  /** `node` as a string that isn't empty; reports any other value. */
  text(node: ConfigNode, part: ConfigPart): string | undefined {
    const text = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
    if (text === undefined) this.report(node.span, texts.notText({ ...part, actual: kindOf(node) }));
    else if (text.trim() === '') this.report(node.span, texts.empty({ ...part }));
    else return text;
    return undefined;
  }

  texts(node: ConfigNode, part: ConfigPart): readonly string[] | undefined {
    const entry: ConfigPart = { ...part, of: part.of === 'option' ? 'optionEntry' : 'entry' };
    return this.list(node, part)?.items.flatMap((item) => this.text(item, entry) ?? []);
  }

  /** Reports an unknown key. */
  unknownKey(key: { readonly value: string; readonly span: Span }, part: ConfigPart, known: readonly string[]): void {
    this.report(key.span, withMeant(texts.unknownKey({ ...part, key: key.value }), key.value, known));
  }

  repeatedKey({ value, span }: { readonly value: string; readonly span: Span }): void {
    this.report(span, texts.repeatedKey({ name: value }));
  }

  /** The values of `object` by key. Reports unknown and repeated keys; the last value of a repeated key is used. */
  fields<Key extends string>(
    object: ConfigObject,
    part: ConfigPart,
    known: readonly Key[],
  ): Partial<Record<Key, ConfigNode>> {
    const fields = new Map<Key, ConfigNode>();
    for (const { key, value } of object.entries) {
      const name = known.find((candidate) => candidate === key.value);
      if (name === undefined) this.unknownKey(key, part, known);
      else {
        if (fields.has(name)) this.repeatedKey(key);
        fields.set(name, value);
      }
    }
    return Object.fromEntries(fields) as Partial<Record<Key, ConfigNode>>;
  }
}

/** The message about `text`, with a similar known word if there is one. */
export function withMeant(mistake: Message, text: string, candidates: Iterable<string>): Message {
  const [meant] = nearest(text, candidates, 1);
  return meant === undefined ? mistake : texts.meant({ mistake, meant });
}
