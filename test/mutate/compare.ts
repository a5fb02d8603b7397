/**
 * Whether two texts are the same, apart from the padding of cells, the number of dashes and the alignment in a delimiter
 * row, and the number of blank lines.
 */
export function sameText(one: string, other: string): boolean {
  return one === other || unpadded(one) === unpadded(other);
}

/** Whether two texts have the same words in the same order. Punctuation and white space don't count. */
export function sameWords(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}

function unpadded(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => (line.includes('|') ? unpaddedRow(line) : line))
    .filter((line) => line.trim() !== '')
    .join('\n');
}

function unpaddedRow(line: string): string {
  const cells = line.trim().replace(/\s*\|\s*/g, '|');
  return /^[|:-]*-[|:-]*$/.test(cells) ? cells.replace(/:?-+:?/g, '-') : cells;
}

function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
