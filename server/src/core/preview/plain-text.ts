import { withoutEntities } from '../parse/entities.js';

/** A stretch of text of a cell as a reader sees it: without the backslashes that escape something, and with the characters that entities stand for. */
export function renderedText(source: string): string {
  if (!source.includes('\\')) return withoutEntities(source);
  // What is escaped begins no entity.
  return source
    .split(ESCAPED)
    .map((piece, index) => (index % 2 === 1 ? piece : withoutEntities(piece)))
    .join('');
}

/** The text without the backslashes that escape something. */
export function withoutEscapes(source: string): string {
  return source.includes('\\') ? source.replace(new RegExp(ESCAPED, 'g'), '$1') : source;
}

/** The text of inline code: without its back ticks, and without the blanks that keep others away from them. */
export function codeText(source: string): string {
  const ticks = /^`+/.exec(source)?.[0].length ?? 0;
  const text = source.slice(ticks, source.length - ticks);
  return text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '' ? text.slice(1, -1) : text;
}

const ESCAPED = /\\([!-/:-@[-`{-~])/;
