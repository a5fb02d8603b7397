import type { Block } from '../model/blocks.js';
import type { PlacedTable } from '../model/tables.js';
import type { Placed } from '../text/span.js';
import type { SectionId, Vocabulary } from '../vocabulary/vocabulary.js';
import { schemaOf } from './table-schema.js';

/** The tables of a page with what the blocks above them say about them. */
export function placeTables(blocks: readonly Placed<Block>[], vocabulary: Vocabulary): PlacedTable[] {
  const tables: PlacedTable[] = [];
  let heading = -1;
  let section: SectionId | undefined;
  let previous: Block | undefined;
  for (const { start, value } of blocks) {
    const above = previous;
    previous = value;
    if (value.kind === 'text') {
      heading += value.headings.length;
      const last = value.headings[value.headings.length - 1];
      if (last !== undefined) section = last.matches[0]?.id;
      continue;
    }
    const continues =
      above?.kind === 'table' && value.table.header === undefined && value.table.delimiter === undefined
        ? tables.length - 1
        : undefined;
    const schema = tables[continues ?? -1]?.schema ?? schemaOf(value.table, section, vocabulary);
    const afterText = above?.kind === 'text' && above.endsParagraph;
    tables.push({
      table: value.table,
      schema,
      start,
      heading: heading < 0 ? undefined : heading,
      continues,
      afterText,
    });
  }
  return tables;
}
