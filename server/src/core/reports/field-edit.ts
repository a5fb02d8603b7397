import { defineMessages, type Message } from '../../messages/index.js';
import { isReadable, frontMatterLineEnd, playbookKeys } from '../dialect/front-matter.js';
import { fieldNamed, type Field, type FrontMatter } from '../model/front-matter.js';
import type { Playbook } from '../model/playbook.js';
import { readFrontMatter } from '../parse/front-matter.js';
import { afterLineEnd, lineEnd } from '../parse/lines.js';
import { memoized } from '../text/memo.js';
import { sliceOf } from '../text/span.js';
import { applyEdits, type TextEdit } from '../text/text-edit.js';
import type { FrontMatterSpec } from '../vocabulary/vocabulary.js';
import { valueText } from './metadata-report.js';
import { keySource, scalarSource } from './yaml-scalar.js';

const texts = defineMessages('field-edit', {
  noFrontMatter: 'The page has no front matter',
  notClosed: 'The front matter isn\'t closed with "---"',
  otherOpening: 'The front matter begins with "{opening}" instead of "---"',
  notReadable: {
    text: "The front matter can't be read: {error}",
    note: '"error" says what is wrong with the YAML, usually in English.',
  },
  hasLineBreak: 'The new value of "{key}" has a line break',
  noKey: 'The page has no "{key}"',
  isRepeated: '"{key}" is in the page more than once',
  isList: {
    text: 'The value of "{key}" is a list, which can only be changed on the page',
    note: "A list in YAML. It can't be changed in a spreadsheet.",
  },
  isMap: {
    text: 'The value of "{key}" is a list of keys, which can only be changed on the page',
    note: 'A mapping in YAML.',
  },
  isAlias: {
    text: 'The value of "{key}" is a reference to another value, which can only be changed on the page',
    note: 'An alias in YAML.',
  },
  hasLines: 'The value of "{key}" has several lines, which can only be changed on the page',
  otherForm: '"{key}" is in a form that can only be changed on the page',
  notKey: 'A key can\'t be named "{key}"',
});

/** The value that a key should have. `undefined`: the key should be removed. */
export interface RequestedField {
  readonly key: string;
  readonly value: string | undefined;
}

/** The edit for a requested field, or the reason why there is none. */
export type FieldEdit = { readonly edit: TextEdit } | { readonly problem: Message };

/** The parts of a playbook that determine whether and how its front matter can be edited. */
export type FrontMatterSource = Pick<Playbook, 'text' | 'frontMatter' | 'vocabulary'>;

/** A page whose front matter can be edited. */
export interface EditablePage {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly spec: FrontMatterSpec;
}

/** The page, or the reason why its front matter can't be edited. */
export function editablePage({
  text,
  frontMatter,
  vocabulary,
}: FrontMatterSource): EditablePage | { readonly problem: Message } {
  if (frontMatter === undefined) return { problem: texts.noFrontMatter };
  if (!frontMatter.closed) return { problem: texts.notClosed };
  const opening = frontMatter.opening.value;
  if (opening !== '---') return { problem: texts.otherOpening({ opening }) };
  const [error] = frontMatter.errors;
  return error === undefined
    ? { text, frontMatter, spec: vocabulary.frontMatter }
    : { problem: texts.notReadable({ error: error.message }) };
}

/**
 * The edit that sets a requested field. It replaces only the value, so that quotes, comments and spaces stay. A missing
 * key gets a line in the usual order; a removed key is deleted with its line.
 */
export function editField(page: EditablePage, requested: RequestedField): FieldEdit {
  const { key, value } = requested;
  if (value !== undefined && /[\r\n]/.test(value)) return { problem: texts.hasLineBreak({ key }) };
  const field = fieldNamed(page.frontMatter, key);
  if (field === undefined) return value === undefined ? { problem: texts.noKey({ key }) } : addition(page, key, value);
  const problem = problemOf(field, page);
  if (problem !== undefined) return { problem };
  return { edit: value === undefined ? { span: field.span, newText: '' } : replacement(field, value, page) };
}

/**
 * Whether all `edits` together give the page the requested values and change nothing else in it. They should, but YAML
 * has too many special cases to be sure without this check.
 */
export function comesTrue(
  { text, frontMatter }: EditablePage,
  requestedFields: readonly RequestedField[],
  edits: readonly TextEdit[],
): boolean {
  const newText = applyEdits(text, edits);
  const after = readFrontMatter(newText);
  if (after === undefined || !isReadable(after) || newText.slice(after.span.end) !== text.slice(frontMatter.span.end))
    return false;
  const requestedValues = new Map(requestedFields.map(({ key, value }) => [key, value]));
  const isNew = ({ key }: Field): boolean => fieldNamed(frontMatter, key.value) === undefined;
  const expected = frontMatter.fields.flatMap((field) => {
    const value = requestedValues.has(field.key.value) ? requestedValues.get(field.key.value) : valueText(field, text);
    return value === undefined ? [] : [`${field.key.value}: ${value}`];
  });
  const added = requestedFields.filter(({ key }) => fieldNamed(frontMatter, key) === undefined);
  const kept = after.fields
    .filter((field) => !isNew(field))
    .map((field) => `${field.key.value}: ${valueText(field, newText)}`);
  return (
    expected.length === kept.length &&
    expected.every((line, index) => line === kept[index]) &&
    after.fields.length === kept.length + added.length &&
    added.every(({ key, value }) => valueText(fieldNamed(after, key), newText) === value)
  );
}

const OTHER_VALUES = { list: texts.isList, map: texts.isMap, alias: texts.isAlias };

function problemOf(field: Field, { frontMatter, text }: EditablePage): Message | undefined {
  const { value } = field;
  const key = field.key.value;
  if (frontMatter.fields.filter((other) => other.key.value === key).length > 1) return texts.isRepeated({ key });
  if (value.kind !== 'scalar' && value.kind !== 'missing') return OTHER_VALUES[value.kind]({ key });
  if (/[\r\n]/.test(sliceOf(text, value.span))) return texts.hasLines({ key });
  return isOnOneLine(field, text) ? undefined : texts.otherForm({ key });
}

/** Whether the line is `key: value` with an optional comment: no anchor, no tag, no braces, no other field. */
function isOnOneLine({ key, value }: Field, text: string): boolean {
  const rest = text.slice(value.span.end, lineEnd(text, value.span.end));
  return (
    startsLine(key.span.start, text) &&
    /^[ \t]*:[ \t]*$/.test(text.slice(key.span.end, value.span.start)) &&
    /^[ \t]*(?:#.*)?$/.test(rest)
  );
}

function startsLine(offset: number, text: string): boolean {
  return /^[\r\n]?$/.test(text.slice(Math.max(0, offset - 1), offset));
}

function replacement({ value }: Field, newValue: string, { text }: EditablePage): TextEdit {
  if (value.kind === 'missing') return { span: value.span, newText: ` ${scalarSource(newValue, undefined)}` };
  return { span: value.span, newText: scalarSource(newValue, sliceOf(text, value.span)) };
}

function addition({ frontMatter, text, spec }: EditablePage, key: string, value: string): FieldEdit {
  const name = keySource(key);
  // A line break in the name comes from a narrow column of a spreadsheet; a very long name would need two lines.
  if (/[\r\n]/.test(key + name)) return { problem: texts.notKey({ key }) };
  const at = fieldAbove(key, frontMatter, spec)?.span.end ?? startOfFields(frontMatter, text);
  return {
    edit: {
      span: { start: at, end: at },
      newText: `${name}: ${scalarSource(value, undefined)}${frontMatterLineEnd(frontMatter, text)}`,
    },
  };
}

/** The position of a key in the usual order; all other keys follow. */
export function rankOf(key: string, spec: FrontMatterSpec): number {
  return ranks(spec).get(key) ?? BEHIND_ALL;
}

const BEHIND_ALL = 1000;
const ranks = memoized((spec: FrontMatterSpec) => new Map(playbookKeys(spec).map((key, rank) => [key, rank])));

/** The field after which a new line for `key` goes; `undefined` if it goes first. */
function fieldAbove(key: string, { fields }: FrontMatter, spec: FrontMatterSpec): Field | undefined {
  const rank = rankOf(key, spec);
  if (rank === BEHIND_ALL) return fields[fields.length - 1];
  return fields.reduce<Field | undefined>((above, field) => {
    const next = rankOf(field.key.value, spec);
    return next < rank && (above === undefined || next > rankOf(above.key.value, spec)) ? field : above;
  }, undefined);
}

/** After the comment `# required metadata` at the top of playbooks. */
function startOfFields({ content }: FrontMatter, text: string): number {
  let at = content.start;
  while (at < content.end && /^[ \t]*#/.test(text.slice(at, lineEnd(text, at))))
    at = afterLineEnd(text, lineEnd(text, at));
  return at;
}
