import type { TextBlock } from '../../model/blocks.js';
import type { Span } from '../../text/span.js';
import type { LabelId } from '../../vocabulary/vocabulary.js';
import type { ReadingContext } from '../../dialect/reading-context.js';

/** A misspelled label line: `Aplies To: **Exchange**`. Spans are relative to the block. */
export interface AlmostLabel {
  readonly text: string;
  readonly span: Span;
  /** The labels that were probably meant, nearest first. */
  readonly spellings: readonly string[];
  readonly id: LabelId;
}

/** `Word word: **` at the start of a line; without the bold value, it could be a sentence with a colon. */
const CANDIDATE = /^([^\s:：*|#>[+-][^:：*|\r\n]{1,40}?)[ \t]*[:：][ \t\u00a0]*\*\*/gm;
/** In these scripts, a single character can be a word, so another character is another word. */
const WORD_SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The lines of `block` that would be label lines if one or two letters were different. */
export function almostLabelsIn(block: TextBlock, { vocabulary: { labels }, language }: ReadingContext): AlmostLabel[] {
  if (!block.source.includes('**')) return [];
  return [...block.source.matchAll(CANDIDATE)].flatMap(({ index, 1: text = '' }): AlmostLabel[] => {
    if (labels.lookup(text).length > 0 || WORD_SIGNS.test(text) || isCode(block, index)) return [];
    const spellings = labels.nearest(text, language);
    const id = labels.find(spellings[0] ?? '', language)?.id;
    return id === undefined ? [] : [{ text, span: { start: index, end: index + text.length }, spellings, id }];
  });
}

function isCode({ inlines }: TextBlock, offset: number): boolean {
  return inlines.opaque.some((span) => span.start <= offset && offset < span.end);
}
