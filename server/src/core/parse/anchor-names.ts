import type { Block } from '../model/blocks.js';
import type { Inlines } from '../model/inlines.js';
import { memoized } from '../text/memo.js';
import { inlinesOf } from './row-inlines.js';

/**
 * The anchors that the HTML in the block defines, those in braces, and those of its headings on which renderers
 * disagree.
 */
export const anchorNamesIn = memoized((block: Block): readonly string[] => {
  const others = block.kind === 'text' ? block.headings.flatMap(({ otherAnchors }) => otherAnchors) : [];
  if (!MAY_HOLD_NAME.test(block.source)) return others;
  const names =
    block.kind === 'text'
      ? namesIn(block.source, block.inlines)
      : block.table.rows.flatMap((row) => namesIn(row.source, inlinesOf(row)));
  return [...names, ...others];
});

const MAY_HOLD_NAME = /<[a-z][^<>]*=|\{#/i;
const IN_BRACES = /\{#([\w-]+)\s*[^}]*\}/g;

function namesIn(source: string, { tags, opaque }: Inlines): string[] {
  const inTags = tags.flatMap(({ name, attributes }) => {
    const named = name === 'a' ? attributes.get('name') : undefined;
    return [attributes.get('id'), named].flatMap((one) => (one === undefined ? [] : [one.value]));
  });
  const inBraces = [...source.matchAll(IN_BRACES)]
    .filter(({ index }) => !opaque.some(({ start, end }) => start <= index && index < end))
    .map((match) => match[1] ?? '');
  return [...inTags, ...inBraces];
}
