// The package's main file hides its parts from bundlers; this file doesn't.
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import type { Located } from '../text/span.js';
import type { ConfigEntry, ConfigNode, ConfigTree } from './config-node.js';

/** Reads JSON. Comments and trailing commas are allowed in every file. */
export function readJson(text: string): ConfigTree {
  const errors: ParseError[] = [];
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const tree = parseTree(bom === 1 ? ` ${text.slice(1)}` : text, errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  return {
    root: tree === undefined ? undefined : toNode(tree),
    errors: errors.map(({ error, offset, length }): Located<string> => ({
      value: MESSAGES[printParseErrorCode(error)] ?? "This isn't JSON",
      span: { start: offset, end: offset + Math.max(length, offset < text.length ? 1 : 0) },
    })),
  };
}

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: "This isn't a JSON value: put text in double quotes",
  InvalidNumberFormat: "This isn't a number",
  PropertyNameExpected: 'A key in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected here',
  CommaExpected: 'A comma is expected here',
  CloseBraceExpected: 'A closing brace is expected here',
  CloseBracketExpected: 'A closing bracket is expected here',
  EndOfFileExpected: 'The end of the file is expected here',
  UnexpectedEndOfComment: "This comment isn't closed",
  UnexpectedEndOfString: 'The closing quotation mark is missing',
  InvalidUnicode: "This isn't a Unicode escape",
  InvalidEscapeCharacter: "This isn't a JSON escape",
  InvalidCharacter: 'This character must be escaped',
};

function toNode(node: Node): ConfigNode {
  const span = { start: node.offset, end: node.offset + node.length };
  if (node.type === 'object') return { kind: 'object', span, entries: (node.children ?? []).flatMap(toEntry) };
  if (node.type === 'array') return { kind: 'array', span, items: (node.children ?? []).map(toNode) };
  return { kind: 'scalar', span, value: node.value as string | number | boolean | null };
}

/** A key without a value is reported as a syntax error already. */
function toEntry(node: Node): ConfigEntry[] {
  const [key, value] = node.children ?? [];
  if (key === undefined || value === undefined) return [];
  return [
    {
      key: { value: String(key.value), span: { start: key.offset, end: key.offset + key.length } },
      value: toNode(value),
    },
  ];
}
