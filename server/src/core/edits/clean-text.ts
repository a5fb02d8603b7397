import { SAFE_LINK, unwrappedLink } from '../text/safe-links.js';
import { packOf, type Language } from '../vocabulary/language.js';

/**
 * Copied text as pages write it: without SafeLinks addresses, no-break spaces and invisible characters, with straight
 * quotation marks and single spaces. Line breaks stay.
 * Chinese and Japanese use `“ ”` by their own rules, so these stay there.
 */
export function cleanText(text: string, language: Language): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/[ \t\u00a0\u2007\u202f]+/g, ' ')
    .replace(SAFE_LINK, (address) => unwrappedLink(address) ?? address);
  return packOf(language).keepsCurlyQuotes ? plain : plain.replace(/[“”„‟]/g, '"').replace(/[‘’‚‛]/g, "'");
}

/** A joiner inside an emoji is part of it. */
const INVISIBLE =
  /[\u200b\u200c\u2060\ufeff\u00ad]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
