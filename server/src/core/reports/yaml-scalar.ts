import { parseDocument, Scalar, stringify, type DocumentOptions, type SchemaOptions } from 'yaml';

/**
 * `value`, which has no line break, as YAML for the place behind a key. `before` is the source of the scalar that stood
 * there: its quotes are kept where they fit.
 *
 * What YAML would take for a number, a truth value, a day or nothing gets quotes, so that it stays a text. It gets none
 * where the same kind of thing stood before, or, where nothing stood before, if nothing of it is lost: `true`, `12`.
 */
export function scalarSource(value: string, before: string | undefined): string {
  const styles: readonly Style[] = [...stylesFor(value, before), DOUBLE_QUOTED];
  const sources = styles.map((style) => sourceIn(style, value));
  return sources.find((source) => readsAs(source, value)) ?? sourceIn(DOUBLE_QUOTED, value);
}

/** `key` as YAML for the place in front of a colon. */
export function keySource(key: string): string {
  return pairSource(key, 'x', AS_IT_IS).replace(/: x$/, '');
}

interface Style {
  readonly type: Scalar.Type;
  readonly options: DocumentOptions & SchemaOptions;
}

/** Without quotes, unless YAML could not be read otherwise. */
const AS_IT_IS: Style = { type: 'PLAIN', options: { schema: 'failsafe' } };
/** Without quotes if every version of YAML then reads a text; to some `yes` is a truth value. */
const AS_TEXT: Style = { type: 'PLAIN', options: { schema: 'core', compat: 'yaml-1.1' } };
const SINGLE_QUOTED: Style = { type: 'QUOTE_SINGLE', options: {} };
const DOUBLE_QUOTED: Style = { type: 'QUOTE_DOUBLE', options: {} };

/** Best first. */
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

/** Whether `source` stands on one line, with room for a comment behind it, and is read as the text `value`. */
function readsAs(source: string, value: string): boolean {
  if (/[\r\n]/.test(source)) return false;
  const document = parseDocument(`k: ${source} # comment`, { schema: 'failsafe', logLevel: 'silent' });
  return document.errors.length === 0 && document.get('k') === value;
}

/** What the strictest reader makes of a plain scalar: a text, a number, a truth value, a day, or `null`. */
function meaningOf(plain: string): unknown {
  return parseDocument(`k: ${plain}`, { version: '1.1', logLevel: 'silent' }).get('k');
}

function kindOf(meaning: unknown): string {
  return meaning === null ? 'nothing' : meaning instanceof Date ? 'day' : typeof meaning;
}
