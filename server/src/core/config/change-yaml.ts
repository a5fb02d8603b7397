import { lineEndOf } from '../text/line-ends.js';
import type { Span } from '../text/span.js';
import type { ConfigArray, ConfigNode, ConfigObject, ConfigSetting } from './config-node.js';

/** The YAML text with a setting: only lines or items are added, or one scalar replaced. */
export function changedYaml(
  text: string,
  root: ConfigNode | undefined,
  { path, value, append }: ConfigSetting,
): string | undefined {
  let node = root;
  for (const [depth, name] of path.entries()) {
    if (node === undefined) return withLinesAtEnd(text, blockOf(path.slice(depth), value, ''));
    if (node.kind !== 'object') return undefined;
    const next: ConfigNode | undefined = node.entries.find(({ key }) => key.value === name)?.value;
    if (next === undefined) return withEntry(text, node, path.slice(depth), value);
    node = next;
  }
  if (node === undefined || typeof value !== 'string') return undefined;
  if (append === true) return node.kind === 'array' ? withItem(text, node, value) : undefined;
  return node.kind === 'scalar' ? replaced(text, node.span, scalar(value)) : undefined;
}

type Value = ConfigSetting['value'];

function withEntry(
  text: string,
  { span, entries }: ConfigObject,
  path: readonly string[],
  value: Value,
): string | undefined {
  const first = entries[0];
  const last = entries.at(-1);
  if (text[span.start] === '{') {
    if (first === undefined || last === undefined) return replaced(text, span, `{ ${flowEntry(path, value)} }`);
    return inserted(text, last.value.span.end, `, ${flowEntry(path, value)}`);
  }
  if (first === undefined || last === undefined) return undefined;
  const indent = text
    .slice(text.lastIndexOf('\n', first.key.span.start - 1) + 1, first.key.span.start)
    .replace('\uFEFF', '');
  if (indent.trim() !== '') return undefined;
  const end = Math.max(last.key.span.end, last.value.span.end);
  return withLinesBelow(text, end, blockOf(path, value, indent));
}

function withItem(text: string, { span, items }: ConfigArray, value: string): string | undefined {
  const first = items[0];
  const last = items.at(-1);
  if (text[span.start] === '[') {
    if (last === undefined) return replaced(text, span, `[${scalar(value)}]`);
    return inserted(text, last.span.end, `, ${scalar(value)}`);
  }
  if (first === undefined || last === undefined) return undefined;
  const marker = text.slice(text.lastIndexOf('\n', first.span.start - 1) + 1, first.span.start);
  if (!/^[ \t]*-[ \t]+$/.test(marker)) return undefined;
  return withLinesBelow(text, last.span.end, [`${marker}${scalar(value)}`]);
}

function flowEntry([name = '', ...rest]: readonly string[], value: Value): string {
  return `${scalar(name)}: ${rest.length > 0 ? `{ ${flowEntry(rest, value)} }` : flowValue(value)}`;
}

function flowValue(value: Value): string {
  return typeof value === 'string' ? scalar(value) : JSON.stringify(value);
}

function blockOf([name = '', ...rest]: readonly string[], value: Value, indent: string): string[] {
  const key = `${indent}${scalar(name)}:`;
  const inner = `${indent}  `;
  if (rest.length > 0) return [key, ...blockOf(rest, value, inner)];
  if (typeof value === 'string') return [`${key} ${scalar(value)}`];
  return Array.isArray(value)
    ? [key, ...(value as readonly string[]).map((item) => `${inner}- ${scalar(item)}`)]
    : [key, ...Object.entries(value).map(([part, word]) => `${inner}${part}: ${scalar(String(word))}`)];
}

/** In quotes, unless it can only be read as a text. */
function scalar(value: string): string {
  const isPlain = /^[\p{L}][\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)*$/u.test(value);
  return isPlain && !/^(?:true|false|null|yes|no|on|y|n)$/i.test(value) ? value : JSON.stringify(value);
}

function withLinesBelow(text: string, offset: number, lines: readonly string[]): string {
  const end = text.indexOf('\n', offset);
  return end === -1 ? withLinesAtEnd(text, lines) : inserted(text, end + 1, joined(text, lines));
}

function withLinesAtEnd(text: string, lines: readonly string[]): string {
  const isClosed = text === '' || text === '\uFEFF' || text.endsWith('\n');
  return `${text}${isClosed ? '' : lineEndOf(text)}${joined(text, lines)}`;
}

function joined(text: string, lines: readonly string[]): string {
  return lines.map((line) => `${line}${lineEndOf(text)}`).join('');
}

function inserted(text: string, offset: number, added: string): string {
  return replaced(text, { start: offset, end: offset }, added);
}

function replaced(text: string, { start, end }: Span, added: string): string {
  return text.slice(0, start) + added + text.slice(end);
}
