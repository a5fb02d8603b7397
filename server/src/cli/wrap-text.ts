import { cellWidth } from '../core/index.js';

/** The maximum width of a line, in columns. */
export const WIDTH = 80;

/** The text in lines of at most `width` columns, if its words are narrower. */
export function wrapText(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  for (const { space, piece } of piecesOf(text)) {
    const longer = `${lines.at(-1) ?? ''}${space}${piece}`;
    if (lines.length > 0 && cellWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

/** A part of a text that isn't divided, such as a word or code, and the space before it, which isn't printed at the start of a line. */
interface Piece {
  readonly space: string;
  readonly piece: string;
}

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/(\s*)((?:`[^`]*`|\S)+)/g)].flatMap(([, space = '', word = '']) =>
    (HAS_CJK.test(word) ? cjkPieces(word) : [word]).map((piece, index) => ({
      space: index === 0 && space !== '' ? ' ' : '',
      piece,
    })),
  );
}

/** Chinese and Japanese characters, between which a line can end, with their punctuation. Anything else is whole. */
function cjkPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const run of text.match(RUNS) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (ENDS_OPEN.test(last) || STAYS_WITH_LAST.test(run))) pieces[pieces.length - 1] += run;
    else pieces.push(run);
  }
  return pieces;
}

const HAS_CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/u;
/** Code; a character with its marks; runs of opening and of closing punctuation, and of anything else, such as a name. */
const RUNS =
  /`[^`]*`|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]\p{M}*|[「『（【《〈“‘([{]+|[、。，．：；！？」』）】》〉”’…・%)\]}]+|[^`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー「『（【《〈“‘、。，．：；！？」』）】》〉”’…・]+/gu;
const ENDS_OPEN = /[「『（【《〈“‘([{]$/u;
/** What never starts a line: closing punctuation, small letters, and marks of repetition and length. */
const STAYS_WITH_LAST =
  /^[、。，．：；！？」』）】》〉”’…・ー%)\]}ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞヽヾ々]/u;
