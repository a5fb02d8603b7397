import type { Block, TextBlock } from '../model/blocks.js';
import type { Playbook } from '../model/playbook.js';
import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ShapeFact } from '../workspace-index/page-summary.js';

/** The lists and alerts of the page, in source order. */
export function shapesOf({ blocks, vocabulary }: Playbook): readonly Placed<ShapeFact>[] {
  const shapesIn = shapesWith(vocabulary);
  const shapes: Placed<ShapeFact>[] = [];
  for (const { start, value } of blocks)
    for (const shape of shapesIn(value)) shapes.push({ start: start + shape.start, value: shape.value });
  return shapes;
}

/** Starts count from the block. */
const shapesWith = memoized((vocabulary: Vocabulary) =>
  memoized((block: Block): readonly Placed<ShapeFact>[] => {
    if (block.kind === 'table') return NONE;
    const shapes = [...listsIn(block), ...alertsIn(block, vocabulary)];
    return shapes.length === 0 ? NONE : shapes.sort((a, b) => a.start - b.start);
  }),
);

const NONE: readonly never[] = [];

/**
 * Items of a list, however deep: renderers and authors disagree about the depth. A missing space after the marker is
 * tolerated, because another rule reports it.
 */
const ITEM =
  /^[ \t>]*(?:[-*+][ \t]+(?=\S)(?!(?:[-*][ \t]*)+$)|[-•●](?=[\p{L}*[])|\d{1,3}[.)．、）](?!\d)[ \t]*(?=\S))/gmu;

/** A list and what is in it is one block, so that its items are counted together. */
function listsIn({ source, inlines }: TextBlock): Placed<ShapeFact>[] {
  const items = [...source.matchAll(ITEM)].filter(
    ({ index }) => !inlines.opaque.some(({ start, end }) => start <= index && index < end && source[start] !== '<'),
  );
  const [first] = items;
  return first === undefined
    ? []
    : [{ start: first.index + leadOf(first[0]), value: { kind: 'list', items: items.length } }];
}

function leadOf(marker: string): number {
  return /^[ \t>]*/.exec(marker)?.[0].length ?? 0;
}

function alertsIn({ alerts }: TextBlock, { alertKinds, translatedAlertKinds }: Vocabulary): Placed<ShapeFact>[] {
  return alerts.flatMap(({ kind }) => {
    const name = kind.value.trim().normalize('NFC').toUpperCase();
    // The word of the vocabulary: a part of the page's text would keep all of it in memory.
    const alert = alertKinds.find((known) => known === name) ?? translatedAlertKinds.get(name);
    return alert === undefined ? [] : [{ start: kind.span.start, value: { kind: 'alert', alert } }];
  });
}
