import type { Block, TextBlock } from '../model/blocks.js';
import { memoized } from '../text/memo.js';
import { slugOf } from '../text/slug.js';

const NAME = /<[a-z][^<>]*?\s(?:name|id)\s*=\s*["']?([^"'\s<>]+)|\{#([\w-]+)\s*[^}]*\}/gi;

/**
 * The anchors that the HTML in the block defines, those of its headings on which renderers disagree, and those of
 * headings inside list items.
 */
export const anchorNamesIn = memoized((block: Block): readonly string[] => {
  const others = block.kind === 'text' ? otherAnchorsIn(block) : [];
  if (!/<[a-z][^<>]*=|\{#/i.test(block.source)) return others;
  return [...[...block.source.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? ''), ...others];
});

function otherAnchorsIn({ headings, nestedHeadings }: TextBlock): string[] {
  return [
    ...headings.flatMap(({ otherAnchors }) => otherAnchors),
    ...nestedHeadings.flatMap(({ text, otherAnchors }) => [slugOf(text), ...otherAnchors]),
  ];
}
