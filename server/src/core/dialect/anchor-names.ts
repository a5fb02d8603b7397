import type { Block } from '../model/blocks.js';
import { memoized } from '../text/memo.js';

const NAME = /<[a-z][^<>]*?\s(?:name|id)\s*=\s*["']?([^"'\s<>]+)|\{#([\w-]+)\s*[^}]*\}/gi;

/** The anchors that the HTML in the block defines. */
export const anchorNamesIn = memoized((block: Block): readonly string[] => {
  if (!/<[a-z][^<>]*=|\{#/i.test(block.source)) return [];
  return [...block.source.matchAll(NAME)].map((match) => match[1] ?? match[2] ?? '');
});
