/** The source of a regular expression that matches the longest of the texts that fits, or nothing if there are no texts. */
export function oneOf(texts: readonly string[]): string {
  if (texts.length === 0) return '(?!)';
  const longestFirst = [...texts].sort((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`;
}
