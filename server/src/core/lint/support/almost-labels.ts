import type { TextBlock } from '../../model/blocks.js';
import { isTypoOf } from '../../text/spelling.js';
import type { Span } from '../../text/span.js';
import { TERMS_OF_LABEL, type LabelId } from '../../vocabulary/vocabulary.js';
import type { ReadingContext } from '../../dialect/reading-context.js';

/** A misspelled label line: `Aplies To: **Exchange**`. Spans are relative to the block. */
export interface AlmostLabel {
  readonly text: string;
  readonly span: Span;
  /** The labels that were probably meant, nearest first. */
  readonly spellings: readonly string[];
  readonly id: LabelId;
}

/** `Word word: **value` at the start of a line; without the bold value, it could be a sentence with a colon. */
const CANDIDATE = /^([^\s:：*|#>[+-][^:：*|\r\n]{1,40}?)[ \t]*[:：][ \t\u00a0]*\*\*([^*\r\n]*)/gm;
/** In these scripts, a single character can be a word, so another character is another word, unless the value fits. */
const WORD_SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The lines of `block` that would be label lines if one or two letters were different. */
export function almostLabelsIn(block: TextBlock, page: ReadingContext): AlmostLabel[] {
  if (!block.source.includes('**')) return [];
  const { labels } = page.vocabulary;
  return [...block.source.matchAll(CANDIDATE)].flatMap(({ index, 1: text = '', 2: value = '' }): AlmostLabel[] => {
    if (labels.lookup(text).length > 0 || isCode(block, index)) return [];
    const spellings = WORD_SIGNS.test(text) ? labelsWithValue(text, value, page) : labels.nearest(text, page.language);
    const id = labels.find(spellings[0] ?? '', page.language)?.id;
    return id === undefined ? [] : [{ text, span: { start: index, end: index + text.length }, spellings, id }];
  });
}

/** The labels that have almost the characters of `text`, and can have this value. */
function labelsWithValue(text: string, value: string, { vocabulary, language }: ReadingContext): string[] {
  const { labels } = vocabulary;
  return labels.ids().flatMap((id) => {
    const spelling = labels.spelling(id, language);
    const parts = vocabulary[TERMS_OF_LABEL[id]].split(value);
    const fits = parts.length > 0 && parts.every(({ matches }) => matches.length > 0);
    return fits && isTypoOf(text, spelling) ? [spelling] : [];
  });
}

function isCode({ inlines }: TextBlock, offset: number): boolean {
  return inlines.opaque.some((span) => span.start <= offset && offset < span.end);
}
