// The package's main file hides its parts from bundlers; this file doesn't.
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser/lib/esm/main.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { Located } from '../text/span.js';
import type { ConfigEntry, ConfigNode, ConfigTree } from './config-node.js';

const texts = defineMessages('read-json', {
  notJson: "This isn't JSON",
  notValue: "This isn't a JSON value: put text in double quotes",
  notNumber: "This isn't a number",
  keyExpected: 'A key in double quotes is expected here',
  valueExpected: 'A value is expected here',
  colonExpected: 'A colon is expected here',
  commaExpected: 'A comma is expected here',
  braceExpected: 'A closing brace is expected here',
  bracketExpected: 'A closing bracket is expected here',
  endExpected: 'The end of the file is expected here',
  commentNotClosed: "This comment isn't closed",
  stringNotClosed: 'The closing quotation mark is missing',
  notUnicode: { text: "This isn't a Unicode escape", note: 'An escape sequence in a JSON string, such as \\u00e4.' },
  notEscape: { text: "This isn't a JSON escape", note: 'An escape sequence in a JSON string, such as \\n.' },
  notEscaped: { text: 'This character must be escaped', note: 'In a JSON string.' },
});

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
    errors: errors.map(({ error, offset, length }): Located<Message> => ({
      value: MESSAGES[printParseErrorCode(error)] ?? texts.notJson,
      span: { start: offset, end: offset + Math.max(length, offset < text.length ? 1 : 0) },
    })),
  };
}

const MESSAGES: Readonly<Record<string, Message>> = {
  InvalidSymbol: texts.notValue,
  InvalidNumberFormat: texts.notNumber,
  PropertyNameExpected: texts.keyExpected,
  ValueExpected: texts.valueExpected,
  ColonExpected: texts.colonExpected,
  CommaExpected: texts.commaExpected,
  CloseBraceExpected: texts.braceExpected,
  CloseBracketExpected: texts.bracketExpected,
  EndOfFileExpected: texts.endExpected,
  UnexpectedEndOfComment: texts.commentNotClosed,
  UnexpectedEndOfString: texts.stringNotClosed,
  InvalidUnicode: texts.notUnicode,
  InvalidEscapeCharacter: texts.notEscape,
  InvalidCharacter: texts.notEscaped,
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
