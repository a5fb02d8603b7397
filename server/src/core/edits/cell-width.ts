import { eastAsianWidth } from 'get-east-asian-width';

/**
 * The number of columns that `text` takes in a fixed-width font: two for a Chinese or Japanese character and for an
 * emoji, none for a combining mark or a zero-width space. Ambiguous characters such as `…` take one, and so does a tab.
 */
export function cellWidth(text: string): number {
  if (/^[\t -~]*$/.test(text)) return text.length;
  if (!NEEDS_CLUSTERS.test(text)) return widthOfCharacters(text);
  let width = 0;
  for (const { segment } of clusters().segment(text)) width += widthOfCluster(segment);
  return width;
}

/** Characters that can combine with others to one glyph. */
const NEEDS_CLUSTERS =
  /[\p{M}\p{C}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}\u1100-\u11ff]/u;

/** Created lazily: it costs more than a row does. */
function clusters(): Intl.Segmenter {
  return (segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' }));
}
let segmenter: Intl.Segmenter | undefined;

function widthOfCharacters(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0);
  return width;
}

function widthOfCluster(cluster: string): number {
  if (IS_EMOJI.test(cluster)) return 2;
  const [first] = cluster.replace(TAKES_NO_ROOM, '');
  return first === undefined ? 0 : eastAsianWidth(first.codePointAt(0) ?? 0);
}

/** A flag, a character that is an emoji by default, or one with a variation selector. */
const IS_EMOJI = /^\p{Regional_Indicator}{2}|^\p{Emoji_Presentation}|\ufe0f/u;
const TAKES_NO_ROOM = /^[\p{M}\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000a-\u001f\u007f-\u009f]+/u;
