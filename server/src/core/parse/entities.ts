import { remark } from 'remark';

/** `text` with the characters that its HTML entities stand for: `&amp;` is `&`. What is no entity stays. */
export function withoutEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, characterOf) : text;
}

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

const processor = remark().freeze();
const known = new Map<string, string>();
/** More than anybody writes; a text may be full of names that are none. */
const MOST_KNOWN = 500;

/** What a Markdown reader makes of it. */
function characterOf(entity: string): string {
  let character = known.get(entity);
  if (character === undefined) {
    character = textIn(entity);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(entity, character);
  }
  return character;
}

/** Letters stand around it, since white space at the ends of a text is dropped. */
function textIn(entity: string): string {
  const [paragraph] = processor.parse(`x${entity}x`).children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value.slice(1, -1) : entity;
}
