/**
 * Whether two texts are the same, apart from the padding of cells, the number of dashes and the alignment in a delimiter
 * row, the number of blank lines, and white space after the lines around front matter.
 */
export function sameText(one: string, other: string): boolean {
  return one === other || unpadded(one) === unpadded(other);
}

/** Whether two texts have the same words in the same order. Punctuation and white space don't count. */
export function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(' ') === wordsOf(other).join(' ');
}

/**
 * Whether the words of `text` are on the way between two other texts, one of which only has more words: some of these
 * words, but not all.
 */
export function isPartOfTheWay(text: string, one: string, other: string): boolean {
  const [words, ...ends] = [text, one, other].map(wordsOf);
  const [fewer, more] = ends.sort((a, b) => a.length - b.length);
  return isSubsequence(fewer, words) && isSubsequence(words, more);
}

function isSubsequence(some: readonly string[] = [], all: readonly string[] = []): boolean {
  let next = 0;
  for (const word of all) if (word === some[next]) next++;
  return next === some.length;
}

function unpadded(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => (line.includes('|') ? unpaddedRow(line) : line))
    .map((line) => line.replace(/^---[ \t]+$/, '---'))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function unpaddedRow(line: string): string {
  const cells = line.trim().replace(/\s*\|\s*/g, '|');
  return /^[|:-]*-[|:-]*$/.test(cells) ? cells.replace(/:?-+:?/g, '-') : cells;
}

/** The words, and each dash that takes the place of a word in a cell or label line. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+|(?<=[*|] ?)-(?= ?[*|])/gu) ?? [];
}
