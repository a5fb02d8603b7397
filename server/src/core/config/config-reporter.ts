import { pending } from '../../messages/index.js';
import type { Problem } from '../lint/rule.js';
import type { Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import { kindOf, type ConfigArray, type ConfigNode, type ConfigObject } from './config-node.js';

/** The ID of problems in a configuration file, in place of a rule ID. */
export const CONFIGURATION_PROBLEM = 'configuration';

/** Collects the problems of one configuration file. */
export class ConfigReporter {
  readonly problems: Problem[] = [];

  report(span: Span, message: string): void {
    this.problems.push({
      ruleId: CONFIGURATION_PROBLEM,
      message: pending(message),
      severity: 'error',
      span,
      tags: [],
      related: [],
      fixes: [],
    });
  }

  /** `node` as an object; reports any other value. */
  object(node: ConfigNode, what: string): ConfigObject | undefined {
    if (node.kind === 'object') return node;
    this.#wrongKind(node, what, 'an object');
    return undefined;
  }

  list(node: ConfigNode, what: string): ConfigArray | undefined {
    if (node.kind === 'array') return node;
    this.#wrongKind(node, what, 'a list');
    return undefined;
  }

  /** `node` as a string that isn't empty; reports any other value. */
  text(node: ConfigNode, what: string): string | undefined {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
      if (node.value.trim() !== '') return node.value;
      this.report(node.span, `${capitalized(what)} is empty`);
      return undefined;
    }
    this.#wrongKind(node, what, 'a text');
    return undefined;
  }

  texts(node: ConfigNode, what: string): readonly string[] | undefined {
    return this.list(node, what)?.items.flatMap((item) => this.text(item, `an entry of ${what}`) ?? []);
  }

  /** Reports an unknown key. */
  unknownKey(key: { readonly value: string; readonly span: Span }, where: string, known: readonly string[]): void {
    this.report(key.span, `Unknown key "${key.value}" in ${where}${didYouMean(key.value, known)}`);
  }

  /** The values of `object` by key. Reports unknown and repeated keys; the last value of a repeated key is used. */
  fields<Key extends string>(
    object: ConfigObject,
    where: string,
    known: readonly Key[],
  ): Partial<Record<Key, ConfigNode>> {
    const fields = new Map<Key, ConfigNode>();
    for (const { key, value } of object.entries) {
      const name = known.find((candidate) => candidate === key.value);
      if (name === undefined) this.unknownKey(key, where, known);
      else {
        if (fields.has(name)) this.report(key.span, `"${name}" is already set above`);
        fields.set(name, value);
      }
    }
    return Object.fromEntries(fields) as Partial<Record<Key, ConfigNode>>;
  }

  #wrongKind(node: ConfigNode, what: string, wanted: string): void {
    this.report(node.span, `${capitalized(what)} must be ${wanted}, not ${kindOf(node)}`);
  }
}

/** The end of a message about `text`, if there is a similar known word. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const [best] = nearest(text, candidates, 1);
  return best === undefined ? '' : `. Did you mean "${best}"?`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
