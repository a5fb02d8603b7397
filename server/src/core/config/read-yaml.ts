import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import { defineMessages } from '../../messages/index.js';
import { trimmed, type Span } from '../text/span.js';
import type { ConfigEntry, ConfigNode, ConfigTree } from './config-node.js';

const texts = defineMessages('read-yaml', {
  syntax: { text: '{error}', note: 'An error of the YAML library, always in English.' },
  tooManyValues: { text: 'The aliases in this file expand to too many values', note: 'YAML aliases, such as *name.' },
});

/** More than any real configuration contains; aliases of aliases can expand without end. */
const MAX_NODES = 50_000;

/** Reads YAML: one document of plain values. Aliases are resolved, up to a limit; tags are ignored. */
export function readYaml(text: string): ConfigTree {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const errors = document.errors.map(({ message, pos }) => ({
    value: texts.syntax({ error: message }),
    span: { start: pos[0], end: Math.max(pos[0], Math.min(pos[1], text.length)) },
  }));
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { root: undefined, errors };
  const reader = new NodeReader(document, text);
  const root = reader.read(contents);
  if (reader.isOverLimit)
    return {
      root: undefined,
      errors: [...errors, { value: texts.tooManyValues, span: { start: 0, end: 0 } }],
    };
  return { root, errors };
}

class NodeReader {
  readonly #document: Document.Parsed;
  readonly #text: string;
  #count = 0;

  constructor(document: Document.Parsed, text: string) {
    this.#document = document;
    this.#text = text;
  }

  get isOverLimit(): boolean {
    return this.#count > MAX_NODES;
  }

  /** `at`: the position to report instead of the node's own, that of the alias that leads here. */
  read(node: unknown, at?: Span): ConfigNode {
    const span = at ?? this.#spanOf(node);
    // This also ends an alias that refers to itself.
    if (++this.#count > MAX_NODES) return { kind: 'scalar', span, value: null };
    if (isAlias(node)) return this.read(node.resolve(this.#document) ?? null, span);
    if (isMap(node))
      return {
        kind: 'object',
        span,
        entries: node.items.flatMap((pair): ConfigEntry[] => this.#entry(pair, span, at)),
      };
    if (isSeq(node)) return { kind: 'array', span, items: node.items.map((item) => this.read(item, at)) };
    return { kind: 'scalar', span, value: isScalar(node) ? plain(node.value) : null };
  }

  #entry({ key, value }: { key: unknown; value: unknown }, around: Span, at: Span | undefined): ConfigEntry[] {
    if (!isScalar(key)) return [];
    const keySpan = at ?? this.#spanOf(key);
    const node = this.read(value, at);
    // A key without a value is reported at the key.
    const empty = node.kind === 'scalar' && node.span.start === node.span.end;
    return [
      {
        key: { value: String(key.value), span: keySpan.end === 0 ? around : keySpan },
        value: empty ? { ...node, span: keySpan } : node,
      },
    ];
  }

  #spanOf(node: unknown): Span {
    const range = (node as Node | null)?.range;
    return range == null ? { start: 0, end: 0 } : trimmed(this.#text, { start: range[0], end: range[1] });
  }
}

function plain(value: unknown): string | number | boolean | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
