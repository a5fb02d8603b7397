/** The maximum length of a line, in characters. */
export const WIDTH = 80;

/** The text in lines of at most `width` characters, if its words are shorter. */
export function wrapText(text: string, width = WIDTH): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
