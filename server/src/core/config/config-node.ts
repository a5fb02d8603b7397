import type { Located, Span } from '../text/span.js';

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
  readonly errors: readonly Located<string>[];
}

/** The type of the node, for messages. */
export function kindOf(node: ConfigNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'array') return 'a list';
  return node.value === null ? 'null' : `the ${typeof node.value} ${JSON.stringify(node.value)}`;
}
