import type { Located, Span } from '../text/span.js';

/** A value in a configuration file, whichever format it was written in, with its place. */
export type ConfigNode = ConfigObject | ConfigArray | ConfigScalar;

export interface ConfigObject {
  readonly kind: 'object';
  readonly span: Span;
  /** In source order; a repeated key appears each time. Pairs, so that no key can mean anything to JavaScript. */
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

/** What a reader of one format gives: a tree, as far as there is one, and what the format itself objects to. */
export interface ConfigTree {
  /** `undefined`: an empty file, or one without any value. */
  readonly root: ConfigNode | undefined;
  readonly errors: readonly Located<string>[];
}

/** What the node is, for messages. */
export function kindOf(node: ConfigNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'array') return 'a list';
  return node.value === null ? 'null' : `the ${typeof node.value} ${JSON.stringify(node.value)}`;
}
