import { Position, Range } from 'vscode-languageserver';
import type { Refusal } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';

const texts = defineMessages('command-arguments', {
  noArgument: {
    text: '{command} requires an argument: an object with "textDocument", and with "position" or "range"',
    note: '"command" is the ID of a command. The words in quotation marks are names in JSON.',
  },
  noDocument: {
    text: 'The argument of {command} requires "textDocument" with the "uri" of a page',
    note: '"command" is the ID of a command. The words in quotation marks are names in JSON.',
  },
  noPlace: {
    text: 'The argument of {command} requires a "position" or a "range"',
    note: '"command" is the ID of a command. The words in quotation marks are names in JSON.',
  },
  wrongVersion: { text: 'The "version" of a page must be a number', note: '"version" is a name in JSON.' },
  unknownName: {
    text: 'The argument of {command} can\'t contain "{name}"',
    note: '"command" is the ID of a command, "name" is a name in JSON.',
  },
  notText: { text: '"{name}" must be a string', note: '"name" is a name in JSON.' },
  notList: { text: '"{name}" must be a list of strings', note: '"name" is a name in JSON.' },
  missing: {
    text: 'The argument of {command} requires "{name}"',
    note: '"command" is the ID of a command, "name" is a name in JSON.',
  },
});

const LISTS = ['roles', 'motions', 'services'] as const;
type ListName = (typeof LISTS)[number];
type TextName = 'taskId' | 'taskName' | 'mo' | 'title' | 'date' | 'author' | 'text' | 'notes' | 'html' | 'language';
export type ValueName = TextName | ListName;

/** The values that a command was given, apart from the page and the place. */
export type CommandValues = { readonly [Name in TextName]?: string } & {
  readonly [Name in ListName]?: readonly string[];
};

/** What the argument of a command can contain. */
export interface ArgumentForm {
  /** The ID of the command. */
  readonly id: string;
  readonly values?: readonly ValueName[];
  /** The values that can't be omitted. */
  readonly required?: readonly ValueName[];
  /** The command changes the page as a whole, so it needs no place. */
  readonly isForPage?: boolean;
}

export interface CommandArgument {
  readonly uri: string;
  /** `undefined`: the command applies to the current text. */
  readonly version: number | undefined;
  readonly range: Range;
  readonly values: CommandValues;
}

/**
 * The argument of a command, which any client can send, so it can be anything: `{ textDocument, position }`,
 * `{ textDocument, range }` or a `Location`, and the values of the command.
 */
export function readArgument(form: ArgumentForm, argument: unknown): CommandArgument | Refusal {
  const { id } = form;
  if (!isObject(argument)) return { refused: texts.noArgument({ command: id }) };
  const document = isObject(argument['textDocument']) ? argument['textDocument'] : argument;
  const { uri, version } = document;
  if (typeof uri !== 'string' || uri === '') return { refused: texts.noDocument({ command: id }) };
  if (version !== undefined && version !== null && typeof version !== 'number') return { refused: texts.wrongVersion };
  const range = rangeIn(argument);
  if (range === undefined && (form.isForPage !== true || 'range' in argument || 'position' in argument))
    return { refused: texts.noPlace({ command: id }) };
  const values = valuesIn(argument, form);
  if ('refused' in values) return values;
  return { uri, version: version ?? undefined, range: range ?? START, values: values.read };
}

const START: Range = Range.create(0, 0, 0, 0);

type Given = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** From its start to its end, whichever the client sends first. */
function rangeIn({ range, position }: Given): Range | undefined {
  if (range === undefined) return Position.is(position) ? { start: position, end: position } : undefined;
  if (!Range.is(range)) return undefined;
  const { start, end } = range;
  const isReversed = end.line < start.line || (end.line === start.line && end.character < start.character);
  return isReversed ? { start: end, end: start } : range;
}

const PLACE_NAMES: ReadonlySet<string> = new Set(['textDocument', 'uri', 'version', 'range', 'position']);

function valuesIn(
  argument: Given,
  { id, values = [], required = [] }: ArgumentForm,
): { readonly read: CommandValues } | Refusal {
  const read: { -readonly [Name in keyof CommandValues]: CommandValues[Name] } = {};
  for (const [name, value] of Object.entries(argument)) {
    if (PLACE_NAMES.has(name)) continue;
    const known = values.find((one) => one === name);
    if (known === undefined) return { refused: texts.unknownName({ command: id, name }) };
    const mistake = isList(known) ? setList(read, known, value) : setText(read, known, value);
    if (mistake !== undefined) return { refused: mistake };
  }
  const missing = required.find((name) => read[name] === undefined);
  return missing === undefined ? { read } : { refused: texts.missing({ command: id, name: missing }) };
}

function isList(name: ValueName): name is ListName {
  return LISTS.some((list) => list === name);
}

function setText(read: { [Name in TextName]?: string }, name: TextName, value: unknown): Message | undefined {
  if (typeof value !== 'string') return texts.notText({ name });
  read[name] = value;
  return undefined;
}

function setList(
  read: { [Name in ListName]?: readonly string[] },
  name: ListName,
  value: unknown,
): Message | undefined {
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string'))
    return texts.notList({ name });
  read[name] = value;
  return undefined;
}
