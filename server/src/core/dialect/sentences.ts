/** Whether `text` ends like a sentence in any language, or has Markdown in it: code and notes to oneself rarely do. */
export function isSentence(text: string): boolean {
  return SENTENCE_END.test(text) || MARKDOWN.test(text);
}

const SENTENCE_END = /\p{L}[^\r\n;{}]*[.!?:。！？：…][*_)"”」）]*\s*$/u;
const MARKDOWN = /\*\*\S|\]\(\S/;
