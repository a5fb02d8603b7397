import { parseDocument, Scalar, stringify, type DocumentOptions, type SchemaOptions } from 'yaml';

/**
 * `value`, which has no line break, as YAML after a key. `before` is the source of the present scalar, whose quotes are
 * kept if they fit.
 * A text that YAML would read as a number, a Boolean, a day or null gets quotes, so that it stays a text. It gets none
 * if the present value is of the same kind or, without a present value, if nothing of it is lost: `true`, `12`.
 */
export function scalarSource(value: string, before: string | undefined): string {
  const styles: readonly Style[] = [...stylesFor(value, before), DOUBLE_QUOTED];
  const sources = styles.map((style) => sourceIn(style, value));
  return sources.find((source) => readsAs(source, value)) ?? sourceIn(DOUBLE_QUOTED, value);
}

/** `key` as YAML before a colon. */
export function keySource(key: string): string {
  return pairSource(key, 'x', AS_IT_IS).replace(/: x$/, '');
}

interface Style {
  readonly type: Scalar.Type;
  readonly options: DocumentOptions & SchemaOptions;
}

/** Without quotes, unless YAML couldn't be parsed otherwise. */
const AS_IT_IS: Style = { type: 'PLAIN', options: { schema: 'failsafe' } };
/** Without quotes if every version of YAML reads a text; in some versions, `yes` is a Boolean. */
const AS_TEXT: Style = { type: 'PLAIN', options: { schema: 'core', compat: 'yaml-1.1' } };
const SINGLE_QUOTED: Style = { type: 'QUOTE_SINGLE', options: {} };
const DOUBLE_QUOTED: Style = { type: 'QUOTE_DOUBLE', options: {} };

/** The best candidates first. */
function stylesFor(value: string, before: string | undefined): readonly Style[] {
  if (before?.startsWith('"') === true) return [];
  if (before?.startsWith("'") === true) return [SINGLE_QUOTED];
  return staysOfItsKind(value, before) ? [AS_IT_IS] : [AS_TEXT];
}

function staysOfItsKind(value: string, before: string | undefined): boolean {
  const source = sourceIn(AS_IT_IS, value);
  if (source !== value || !readsAs(source, value)) return false;
  const read = meaningOf(value);
  if (before !== undefined) return kindOf(read) === kindOf(meaningOf(before));
  return (typeof read === 'boolean' || typeof read === 'number') && String(read) === value;
}

function sourceIn(style: Style, value: string): string {
  return pairSource('k', value, style).slice('k: '.length);
}

function pairSource(key: string, value: string, { type, options }: Style): string {
  const scalar = new Scalar(value);
  scalar.type = type;
  return stringify(new Map([[key, scalar]]), { ...options, lineWidth: 0 }).replace(/\n$/, '');
}

/** Whether `source` is a single line, allows a comment after it, and is read as the text `value`. */
function readsAs(source: string, value: string): boolean {
  if (/[\r\n]/.test(source)) return false;
  const document = parseDocument(`k: ${source} # comment`, { schema: 'failsafe', logLevel: 'silent' });
  return document.errors.length === 0 && document.get('k') === value;
}

/** How the strictest parser reads a plain scalar: as a text, a number, a Boolean, a day, or `null`. */
function meaningOf(plain: string): unknown {
  return parseDocument(`k: ${plain}`, { version: '1.1', logLevel: 'silent' }).get('k');
}

function kindOf(meaning: unknown): string {
  return meaning === null ? 'nothing' : meaning instanceof Date ? 'day' : typeof meaning;
}
