import type { TextBlock } from '../../model/blocks.js';
import type { Span } from '../../text/span.js';
import { TERMS_OF_LABEL, type LabelId } from '../../vocabulary/vocabulary.js';
import type { ReadingContext } from '../../dialect/reading-context.js';

/** A label line that has lost its colon: `Primary Role **FastTrack Manager**`. Spans are relative to the block. */
export interface LabelWithoutColon {
  readonly id: LabelId;
  readonly text: string;
  readonly span: Span;
  /** Between the label and the bold value: spaces, or a mark that isn't a colon. */
  readonly gap: Span;
}

/** `Word word **value**` on a line of its own, perhaps with another mark in place of the colon. */
const CANDIDATE =
  /^([^\s:：*|#>[+-][^:：*|\r\n]{0,40}?)([ \t\u00a0]*[;；.。,，、=–—-]?[ \t\u00a0]*)\*\*(?!\s)([^*\r\n:：]+)\*\*[ \t]*\\?\r?$/gm;

/** The lines of `block` that consist of a known label and values that such a label has. */
export function labelsWithoutColon(block: TextBlock, { vocabulary, language }: ReadingContext): LabelWithoutColon[] {
  if (!block.source.includes('**')) return [];
  return [...block.source.matchAll(CANDIDATE)].flatMap(
    ({ index, 1: text = '', 2: gap = '', 3: value = '' }): LabelWithoutColon[] => {
      const id = vocabulary.labels.find(text, language)?.id;
      if (id === undefined || isOpaque(block, index)) return [];
      const isMeant = vocabulary[TERMS_OF_LABEL[id]].split(value).some(({ matches }) => matches.length > 0);
      const end = index + text.length;
      return isMeant ? [{ id, text, span: { start: index, end }, gap: { start: end, end: end + gap.length } }] : [];
    },
  );
}

function isOpaque({ inlines }: TextBlock, offset: number): boolean {
  return inlines.opaque.some((span) => span.start <= offset && offset < span.end);
}
