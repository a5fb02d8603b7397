/**
 * Texts with tab stops: places that an author fills in, one after another. They are marked with characters that no page
 * contains, so that the text can be made with or without them.
 */
const [START, SEPARATOR, END] = ['\uE000', '\uE001', '\uE002'];
const STOP = new RegExp(`${START}([^${SEPARATOR}]*)${SEPARATOR}([^${END}]*)${END}`, 'g');
const LINE_OF_STOP = new RegExp(`${START}[^${SEPARATOR}]*${SEPARATOR}${END}\n\n?`, 'g');

/** Marks `text` as a tab stop. Stops with the same name are filled in together. */
export function tabStop(name: string, text: string): string {
  return START + name + SEPARATOR + text + END;
}

/** `text` without the characters that mark stops. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}

/** The text without stops. A line that is only an empty stop isn't in it, nor is the blank line below. */
export function plainText(marked: string): string {
  return marked.replace(LINE_OF_STOP, '').replace(STOP, '$2');
}

/** The text as a snippet in the syntax of LSP and VS Code. */
export function snippetText(marked: string): string {
  const numbers = new Map<string, number>();
  let snippet = '';
  let end = 0;
  for (const { 0: all, 1: name = '', 2: text = '', index } of marked.matchAll(STOP)) {
    const known = numbers.get(name);
    const number = known ?? numbers.size + 1;
    numbers.set(name, number);
    snippet += escaped(marked.slice(end, index));
    snippet += known !== undefined || text === '' ? `$${number}` : `\${${number}:${escaped(text)}}`;
    end = index + all.length;
  }
  return snippet + escaped(marked.slice(end));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
