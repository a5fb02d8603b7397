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
  return first === undefined ? [] : [{ start: first.index + leadOf(first[0]), value: listOf(items.length) }];
}

function leadOf(marker: string): number {
  return /^[ \t>]*/.exec(marker)?.[0].length ?? 0;
}

function alertsIn({ alerts }: TextBlock, { alertKinds, translatedAlertKinds }: Vocabulary): Placed<ShapeFact>[] {
  return alerts.flatMap(({ kind }) => {
    const name = kind.value.trim().normalize('NFC').toUpperCase();
    const alert = alertKinds.includes(name) ? name : translatedAlertKinds.get(name);
    return alert === undefined ? [] : [{ start: kind.span.start, value: alertOf(alert) }];
  });
}

/** Equal facts are one object: there are thousands of lists, and few lengths. */
const lists = new Map<number, ShapeFact>();

function listOf(items: number): ShapeFact {
  const known = lists.get(items) ?? { kind: 'list', items };
  lists.set(items, known);
  return known;
}

const alertFacts = new Map<string, ShapeFact>();

function alertOf(alert: string): ShapeFact {
  const known = alertFacts.get(alert) ?? { kind: 'alert', alert };
  alertFacts.set(alert, known);
  return known;
}
