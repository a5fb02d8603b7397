import { eastAsianWidth } from 'get-east-asian-width';

/**
 * How many columns of a fixed-width font `text` takes: two for a Chinese or Japanese character and for an emoji, none for
 * a combining mark or a zero-width space. Characters of which Unicode leaves it open, such as `…`, take one; a tab takes
 * one, since nobody knows where it stops.
 */
export function cellWidth(text: string): number {
  if (/^[\t -~]*$/.test(text)) return text.length;
  if (!NEEDS_CLUSTERS.test(text)) return widthOfCharacters(text);
  let width = 0;
  for (const { segment } of clusters().segment(text)) width += widthOfCluster(segment);
  return width;
}

/** Characters that may come together with others to one that is drawn. */
const NEEDS_CLUSTERS =
  /[\p{M}\p{C}\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\p{Default_Ignorable_Code_Point}\u1100-\u11ff]/u;

/** Made when first needed: it costs more than a row does. */
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

/** A flag, something drawn as an emoji by itself, or made one by a variation selector. */
const IS_EMOJI = /^\p{Regional_Indicator}{2}|^\p{Emoji_Presentation}|\ufe0f/u;
const TAKES_NO_ROOM = /^[\p{M}\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000a-\u001f\u007f-\u009f]+/u;
