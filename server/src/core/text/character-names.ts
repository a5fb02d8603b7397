import { defineMessages, type Message } from '../../messages/index.js';

const texts = defineMessages('character-names', {
  noBreakSpace: { text: 'no-break space', note: 'Name of the character U+00A0.' },
  softHyphen: { text: 'soft hyphen', note: 'Name of the character U+00AD.' },
  enSpace: { text: 'en space', note: 'Name of the character U+2002.' },
  emSpace: { text: 'em space', note: 'Name of the character U+2003.' },
  zeroWidthSpace: { text: 'zero-width space', note: 'Name of the character U+200B.' },
  zeroWidthNonJoiner: { text: 'zero-width non-joiner', note: 'Name of the character U+200C.' },
  zeroWidthJoiner: { text: 'zero-width joiner', note: 'Name of the character U+200D.' },
  leftToRightMark: { text: 'left-to-right mark', note: 'Name of the character U+200E.' },
  rightToLeftMark: { text: 'right-to-left mark', note: 'Name of the character U+200F.' },
  narrowNoBreakSpace: { text: 'narrow no-break space', note: 'Name of the character U+202F.' },
  wordJoiner: { text: 'word joiner', note: 'Name of the character U+2060.' },
  ideographicSpace: { text: 'ideographic space', note: 'Name of the character U+3000.' },
  byteOrderMark: { text: 'byte order mark', note: 'Name of the character U+FEFF.' },
  unnamed: { text: 'character', note: 'In place of the name of a character that has none here: character (U+202A).' },
  withCode: { text: '{name} ({code})', note: 'A character, in a sentence: zero-width space (U+200B).' },
});

/** Characters that are invisible, or look like a plain space. */
const NAMES: Readonly<Record<string, Message>> = {
  '\u00A0': texts.noBreakSpace,
  '\u00AD': texts.softHyphen,
  '\u2002': texts.enSpace,
  '\u2003': texts.emSpace,
  '\u200B': texts.zeroWidthSpace,
  '\u200C': texts.zeroWidthNonJoiner,
  '\u200D': texts.zeroWidthJoiner,
  '\u200E': texts.leftToRightMark,
  '\u200F': texts.rightToLeftMark,
  '\u202F': texts.narrowNoBreakSpace,
  '\u2060': texts.wordJoiner,
  '\u3000': texts.ideographicSpace,
  '\uFEFF': texts.byteOrderMark,
};

/** `zero-width space`; `character` for a character without a name here. */
export function nameOfCharacter(character: string): Message {
  return NAMES[character] ?? texts.unnamed;
}

/** `zero-width space (U+200B)`. */
export function nameAndCode(character: string): Message {
  return texts.withCode({ name: nameOfCharacter(character), code: codeOf(character) });
}

/** `U+200B`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
