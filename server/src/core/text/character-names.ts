/** The names of characters that are invisible, or look like a plain space. */
export const CHARACTER_NAMES: Readonly<Record<string, string>> = {
  '\u00A0': 'no-break space',
  '\u00AD': 'soft hyphen',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u202F': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u3000': 'ideographic space',
  '\uFEFF': 'byte order mark',
};

/** `zero-width space (U+200B)`; `character (U+202A)` for a character without a name here. */
export function nameAndCode(character: string): string {
  return `${CHARACTER_NAMES[character] ?? 'character'} (${codeOf(character)})`;
}

/** `U+200B`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
