import { defineMessages, type Message } from '../../messages/index.js';
import type { Located, Span } from '../text/span.js';

const texts = defineMessages('config-node', {
  object: { text: 'an object', note: 'A JSON object, after "not": "rules" must be a list, not an object.' },
  list: { text: 'a list', note: 'A JSON array, after "not": "rules" must be an object, not a list.' },
  null: { text: 'null', note: 'The JSON value, after "not": "rules" must be an object, not null.' },
  string: { text: 'the string {text}', note: 'After "not". The text is in double quotes, as in JSON.' },
  number: { text: 'the number {value}', note: 'After "not": "rules" must be an object, not the number 2.' },
  boolean: { text: 'the boolean {value}', note: 'After "not". The value is true or false, as in JSON.' },
});

/** A value to set: `append` adds it to the list at `path`. */
export interface ConfigSetting {
  readonly path: readonly string[];
  readonly value: string | readonly string[] | Readonly<Record<string, string>>;
  readonly append?: true;
}

/** A value in a configuration file and its position, whatever the format of the file. */
export type ConfigNode = ConfigObject | ConfigArray | ConfigScalar;

export interface ConfigObject {
  readonly kind: 'object';
  readonly span: Span;
  /**
   * In source order; a repeated key appears each time. Pairs instead of an object, so that a key such as `__proto__` is
   * harmless.
   */
  readonly entries: readonly ConfigEntry[];
}

export interface ConfigEntry {
  readonly key: Located<string>;
  readonly value: ConfigNode;
}

export interface ConfigArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly ConfigNode[];
}

export interface ConfigScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** The result of reading a file in one format: a tree, if there is one, and the syntax errors. */
export interface ConfigTree {
  /** `undefined`: the file is empty or has no value. */
  readonly root: ConfigNode | undefined;
  readonly errors: readonly Located<Message>[];
}

/** The type of the node, and its value if it's a scalar: the end of a message about it. */
export function kindOf(node: ConfigNode): Message {
  if (node.kind === 'object') return texts.object;
  if (node.kind === 'array') return texts.list;
  if (node.value === null) return texts.null;
  if (typeof node.value === 'string') return texts.string({ text: JSON.stringify(node.value) });
  return typeof node.value === 'number'
    ? texts.number({ value: node.value })
    : texts.boolean({ value: String(node.value) });
}
