import { withoutEntities } from '../parse/entities.js';

/** A text in a cell as readers see it: without the backslashes of escapes, and with the characters of entities. */
export function renderedText(source: string): string {
  if (!source.includes('\\')) return withoutEntities(source);
  // An escaped `&` doesn't begin an entity.
  return source
    .split(ESCAPED)
    .map((piece, index) => (index % 2 === 1 ? piece : withoutEntities(piece)))
    .join('');
}

/** The text without the backslashes of escapes. */
export function withoutEscapes(source: string): string {
  return source.includes('\\') ? source.replace(new RegExp(ESCAPED, 'g'), '$1') : source;
}

/**
 * The text of inline code: without its backticks, and without the spaces that separate them from backticks in the text.
 */
export function codeText(source: string): string {
  const ticks = /^`+/.exec(source)?.[0].length ?? 0;
  const text = source.slice(ticks, source.length - ticks);
  return text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;
}

const ESCAPED = /\\([!-/:-@[-`{-~])/;
