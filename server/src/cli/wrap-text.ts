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

/** Chinese and Japanese words, which no space separates, with their punctuation. Anything else between them is whole. */
function cjkPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(RUNS)?.flatMap(wordsOf) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && staysTogether(last, word)) pieces[pieces.length - 1] += word;
    else pieces.push(word);
  }
  return pieces;
}

function staysTogether(last: string, word: string): boolean {
  // Many words of foreign origin aren't in the dictionary of the segmenter, which divides them.
  const isKatakana = /[\p{sc=Kana}ー]$/u.test(last) && /^[\p{sc=Kana}ー]/u.test(word);
  return isKatakana || ENDS_OPEN.test(last) || STAYS_WITH_LAST.test(word);
}

function wordsOf(run: string): string[] {
  return HAS_CJK.test(run) && !run.startsWith('`')
    ? Array.from(segmenter().segment(run), ({ segment }) => segment)
    : [run];
}

/** Created lazily: English doesn't need it. It finds words of both languages, whatever its locale. */
function segmenter(): Intl.Segmenter {
  return (words ??= new Intl.Segmenter('en', { granularity: 'word' }));
}
let words: Intl.Segmenter | undefined;

const HAS_CJK = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]/u;
/** Code; runs of letters, of opening and of closing punctuation, and of anything else, such as an option or a name. */
const RUNS =
  /`[^`]*`|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+|[「『（【《〈“‘([{]+|[、。，．：；！？」』）】》〉”’…・%)\]}]+|[^`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー「『（【《〈“‘、。，．：；！？」』）】》〉”’…・]+/gu;
const ENDS_OPEN = /[「『（【《〈“‘([{]$/u;
/** Closing punctuation; and Japanese particles and endings, which belong to the word before them. */
const STAYS_WITH_LAST =
  /^(?:[、。，．：；！？」』）】》〉”’…・ー%)\]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々]|\p{sc=Hira}+$)/u;
