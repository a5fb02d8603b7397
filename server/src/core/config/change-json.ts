import { lineEndOf } from '../text/line-ends.js';
import type { Span } from '../text/span.js';
import type { ConfigArray, ConfigNode, ConfigObject, ConfigSetting } from './config-node.js';

/** The JSON text with a setting: only an entry or an item is added, or one value replaced. */
export function changedJson(
  text: string,
  root: ConfigNode | undefined,
  { path, value, append }: ConfigSetting,
): string | undefined {
  const writer = new JsonWriter(text);
  if (root === undefined) return writer.newFile(nested(path, value));
  let node: ConfigNode = root;
  for (const [depth, name] of path.entries()) {
    if (node.kind !== 'object') return undefined;
    const next: ConfigNode | undefined = node.entries.find(({ key }) => key.value === name)?.value;
    if (next === undefined) return writer.withEntry(node, name, nested(path.slice(depth + 1), value));
    node = next;
  }
  if (append !== true) return writer.replaced(node.span, JSON.stringify(value));
  return node.kind === 'array' ? writer.withItem(node, JSON.stringify(value)) : undefined;
}

function nested(path: readonly string[], value: ConfigSetting['value']): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

/** Writes values with the indentation of the file. */
class JsonWriter {
  readonly #text: string;
  readonly #lineEnd: string;
  readonly #unit: string;

  constructor(text: string) {
    this.#text = text;
    this.#lineEnd = lineEndOf(text);
    this.#unit = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  }

  newFile(value: unknown): string {
    const mark = this.#text.startsWith('\uFEFF') ? '\uFEFF' : '';
    const rest = this.#text.slice(mark.length);
    const isClosed = rest.trim() === '' || rest.endsWith('\n');
    const comments = rest.trim() === '' ? '' : rest + (isClosed ? '' : this.#lineEnd);
    return `${mark}${comments}${this.#written(value, '')}${this.#lineEnd}`;
  }

  withEntry({ span, entries }: ConfigObject, name: string, value: unknown): string {
    const last = entries.at(-1);
    const entry = (indent: string): string => `${JSON.stringify(name)}: ${this.#written(value, indent)}`;
    return last === undefined
      ? this.replaced(span, `{${this.#onOwnLine(entry, span.start)}}`)
      : this.#withNext(entry, last.key.span.start, last.value.span.end);
  }

  withItem({ span, items }: ConfigArray, item: string): string {
    const last = items.at(-1);
    return last === undefined
      ? this.replaced(span, `[${item}]`)
      : this.#withNext(() => item, last.span.start, last.span.end);
  }

  replaced({ start, end }: Span, written: string): string {
    return this.#text.slice(0, start) + written + this.#text.slice(end);
  }

  /** After the last entry or item: on a line of its own if that one is. */
  #withNext(write: (indent: string) => string, start: number, end: number): string {
    const indent = this.#lineUpTo(start);
    const added =
      indent.trim() === '' && indent !== ''
        ? `,${this.#lineEnd}${indent}${write(indent)}`
        : `, ${write(/^[ \t]*/.exec(indent)?.[0] ?? '')}`;
    return this.replaced({ start: end, end }, added);
  }

  #onOwnLine(write: (indent: string) => string, start: number): string {
    const outer = /^[ \t]*/.exec(this.#lineUpTo(start))?.[0] ?? '';
    const indent = outer + this.#unit;
    return `${this.#lineEnd}${indent}${write(indent)}${this.#lineEnd}${outer}`;
  }

  #lineUpTo(offset: number): string {
    return this.#text.slice(this.#text.lastIndexOf('\n', offset - 1) + 1, offset).replace('\uFEFF', '');
  }

  #written(value: unknown, indent: string): string {
    return JSON.stringify(value, null, this.#unit).replaceAll('\n', `${this.#lineEnd}${indent}`);
  }
}
