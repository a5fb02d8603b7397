/**
 * A text in normalized form for searching: full-width letters from Chinese and Japanese input methods match normal
 * letters.
 */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a filter. All of them must match. */
export function wordsOf(filter: string): readonly string[] {
  return searchable(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
}
