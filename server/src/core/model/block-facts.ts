import { itemFacts, type Fact } from '../text/item-facts.js';
import { memoized } from '../text/memo.js';
import type { Block } from './blocks.js';
import type { Playbook } from './playbook.js';

/**
 * What `read` says about each block, see `itemFacts`; the index is that in `Playbook.blocks`. A page may have thousands
 * of blocks. `read` is a pure function.
 */
export function blockFacts<Value>(
  read: (block: Block) => Value | undefined,
): (playbook: Pick<Playbook, 'blocks'>) => readonly Fact<Value>[] {
  const factsOf = itemFacts({ itemsOf: (blocks: readonly Block[]) => blocks, read, areAlike: () => true });
  return (playbook) => factsOf(blockValues(playbook.blocks));
}

/** The blocks without their places: one list for all that is known about it. */
export const blockValues = memoized((blocks: Playbook['blocks']): readonly Block[] => blocks.map(({ value }) => value));
