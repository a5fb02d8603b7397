/** A text as words are looked for in it: full-width letters, as Chinese and Japanese input gives them, are the same letters. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a filter, each of which has to be there. */
export function wordsOf(filter: string): readonly string[] {
  return searchable(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
}
