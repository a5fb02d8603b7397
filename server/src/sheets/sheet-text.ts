import { defineMessages } from '../messages/index.js';
import { assertSize } from './limits.js';
import { SheetError } from './sheet-error.js';

const texts = defineMessages('sheet-text', {
  nul: `The file begins with a NUL character: it isn't a text file, or it is UTF-16 without a byte order mark. In Excel, save it as "CSV UTF-8" or as an Excel workbook (.xlsx); in LibreOffice, choose the character set "Unicode (UTF-8)"`,
  unknownEncoding: `The file isn't UTF-8, and its encoding can't be detected. In Excel, save it as "CSV UTF-8" or as an Excel workbook (.xlsx); in LibreOffice, choose the character set "Unicode (UTF-8)"`,
});

/**
 * The text of a file with a table, without a byte order mark: UTF-8, UTF-16 if there is a byte order mark, and GB18030
 * or Shift_JIS, which Chinese and Japanese versions of Excel use for CSV, if the encoding is unambiguous.
 *
 * Throws a `SheetError` if the file is too large, isn't a text file, or its encoding can't be detected.
 */
export function sheetText(bytes: Uint8Array): string {
  assertSize(bytes.length);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0 || second === 0) throw new SheetError(texts.nul);
  const text = decodedAs('utf-8', bytes) ?? eastAsianText(bytes);
  // A wrong guess would damage all pages that the text is written to.
  if (text === undefined) throw new SheetError(texts.unknownEncoding);
  return text;
}

/** `undefined` if the bytes aren't valid in this encoding, or the platform doesn't support it. */
function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function eastAsianText(bytes: Uint8Array): string | undefined {
  if (isSimplifiedChinese(bytes)) return decodedAs('gb18030', bytes);
  const japanese = decodedAs('shift_jis', bytes);
  return japanese !== undefined && isJapanese(japanese) ? japanese : undefined;
}

/** Proportions of all non-ASCII characters. */
const MOST = 0.9;
const SOME = 0.1;

/**
 * Whether nearly all non-ASCII characters are two bytes from the most common Chinese characters (level 1 of GB 2312) or
 * punctuation. Western text has single bytes there, and Shift_JIS and Big5 have second bytes below 0xA1. Korean text
 * (EUC-KR) is similar, but doesn't use the range of more than a tenth of all Chinese characters. Japanese text (EUC-JP)
 * is full of kana.
 */
function isSimplifiedChinese(bytes: Uint8Array): boolean {
  const counts = { all: 0, usual: 0, late: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x80) continue;
    counts.all++;
    at++;
    if (trail < 0xa1) continue;
    if (lead === 0xa4 || lead === 0xa5) return false;
    if (lead === 0xa1 || lead === 0xa3 || (lead >= 0xb0 && lead <= 0xd7)) counts.usual++;
    if (lead >= 0xc9 && lead <= 0xd7) counts.late++;
  }
  return counts.usual >= counts.all * MOST && counts.late > counts.all * SOME;
}

/**
 * Whether the text consists of kana, Chinese characters and their punctuation, with some kana, and without half-width
 * kana, whose bytes are those of Western letters.
 */
function isJapanese(text: string): boolean {
  const others = text.match(/[^\0-\x7f]/gu) ?? [];
  const kana = others.filter((character) => /[\u3040-\u30ff]/.test(character)).length;
  return (
    others.every((character) => /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e\u2010-\u203b]/.test(character)) &&
    kana > others.length * SOME
  );
}
