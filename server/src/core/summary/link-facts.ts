import { anchorNamesIn } from '../parse/anchor-names.js';
import { HOME_PAGE, linksWithTarget, mayHoldLinks } from '../dialect/links.js';
import type { Block } from '../model/blocks.js';
import type { Inlines } from '../model/inlines.js';
import type { Playbook } from '../model/playbook.js';
import type { Row } from '../model/tables.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { memoized } from '../text/memo.js';
import { sliceOf, type Placed } from '../text/span.js';
import type { LinkFact } from '../workspace-index/page-summary.js';

/** Every reference of the page to another file or place: links, images, includes. */
export function linksOf({ blocks }: Playbook): readonly Placed<LinkFact>[] {
  const links: Placed<LinkFact>[] = [];
  for (const { start, value } of blocks)
    for (const found of linksIn(value)) links.push({ start: start + found.start, value: found.value });
  return links;
}

/** The last link to the start page of the partner site. */
export function homeLinkOf({ blocks }: Playbook): string | undefined {
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index];
    const link = block === undefined ? undefined : homeLinkIn(block.value);
    if (link !== undefined) return link;
  }
  return undefined;
}

const homeLinkIn = memoized((block: Block): string | undefined => {
  if (block.kind !== 'text') return undefined;
  const link = block.inlines.links.find(({ kind, target }) => kind === 'link' && HOME_PAGE.test(target.value));
  return link === undefined ? undefined : sliceOf(block.source, link.span);
});

/** The anchors in the HTML of the page. */
export function namesOf({ blocks }: Playbook): readonly string[] {
  return blocks.flatMap(({ value }) => anchorNamesIn(value));
}

/** Starts count from the block. */
const linksIn = memoized((block: Block): readonly Placed<LinkFact>[] => {
  if (block.kind === 'text') {
    const includes = block.includes.map(({ target }) => ({ start: 0, value: { kind: 'include' as const, target } }));
    const inIncludes = new Set(includes.map(({ value }) => value.target.span.start));
    const others = linkFacts(block.inlines).filter(({ target }) => !inIncludes.has(target.span.start));
    return [...includes, ...others.map((value) => ({ start: 0, value }))];
  }
  if (!mayHoldLinks(block.source)) return NONE;
  const { rows, rowStarts } = block.table;
  // Without a list for each row: a letter in a long table comes here.
  const links: Placed<LinkFact>[] = [];
  for (const [index, row] of rows.entries())
    for (const value of linksInRow(row)) links.push({ start: rowStarts[index] ?? 0, value });
  return links;
});

const NONE: readonly never[] = [];

const linksInRow = memoized((row: Row): readonly LinkFact[] =>
  mayHoldLinks(row.source) ? linkFacts(inlinesOf(row)) : NONE,
);

function linkFacts(inlines: Inlines): LinkFact[] {
  return linksWithTarget(inlines).map(({ kind, target }) => ({ kind, target }));
}
