import type { Block } from '../model/blocks.js';
import type { Row } from '../model/tables.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { readRow } from './row.js';

/**
 * The parts of the pages that were parsed with it: a part of another page with the same text is the same object, so it
 * is parsed once and checked once. Many headings, notes and rows of a site are on several pages.
 * It keeps all parts in memory, so it is meant for pages that stay in memory too.
 */
export class SharedParts {
  readonly #blocks = new Map<Vocabulary, Map<string, Block>>();
  readonly #rows = new Map<string, Row>();

  /** The block for `key`, which is equal for blocks that are read alike with this vocabulary. */
  block(key: string, vocabulary: Vocabulary, read: () => Block): Block {
    let blocks = this.#blocks.get(vocabulary);
    if (blocks === undefined) this.#blocks.set(vocabulary, (blocks = new Map()));
    let block = blocks.get(key);
    if (block === undefined) blocks.set(key, (block = read()));
    return block;
  }

  /** The row of a table whose header isn't known. */
  readonly row = (line: string): Row => {
    let row = this.#rows.get(line);
    if (row === undefined) this.#rows.set(line, (row = readRow(line, 0)));
    return row;
  };
}
