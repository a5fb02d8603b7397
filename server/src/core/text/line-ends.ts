/** The line ending of `source`: its first one, or `\n` if there is none. */
export function lineEndOf(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
}
