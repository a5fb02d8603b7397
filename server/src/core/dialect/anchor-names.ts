import type { Block } from '../model/blocks.js';
import { memoized } from '../text/memo.js';

const NAME = /<[a-z][^<>]*?\s(?:name|id)\s*=\s*["']?([^"'\s<>]+)|\{#([\w-]+)\s*[^}]*\}/gi;

/** The anchors that the HTML in the block defines, and those of its headings on which renderers disagree. */
export const anchorNamesIn = memoized((block: Block): readonly string[] => {
  const others = block.kind === 'text' ? block.headings.flatMap(({ otherAnchors }) => otherAnchors) : [];
  if (!/<[a-z][^<>]*=|\{#/i.test(block.source)) return others;
  return [...[...block.source.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? ''), ...others];
});
