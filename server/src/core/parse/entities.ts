import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** `text` with its HTML entities decoded: `&amp;` becomes `&`. Unknown entities stay. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, characterOf) : text;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

const processor = unified().use(remarkParse).freeze();
const known = new Map<string, string>();
/** More than anyone writes; a text can be full of unknown names. */
const MOST_KNOWN = 500;

/** The result of the Markdown parser. */
function characterOf(entity: string): string {
  let character = known.get(entity);
  if (character === undefined) {
    character = textIn(entity);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(entity, character);
  }
  return character;
}

/** Letters on both sides, because white space at the ends of a text is dropped. */
function textIn(entity: string): string {
  const [paragraph] = processor.parse(`x${entity}x`).children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value.slice(1, -1) : entity;
}
