import { defineMessages, type Message } from '../../messages/index.js';
import { lostSpan, lostText } from '../dialect/lost-cells.js';
import { renderingOf } from '../dialect/renderers.js';
import type { Playbook } from '../model/playbook.js';
import { endOfTable, isBodyRow, type PlacedTable } from '../model/tables.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('lost-text', {
  notOnSite: {
    text: 'not a table on the site',
    note: 'Shown after the header of a table. "The site" is the published site.',
  },
  notOnGitHub: { text: 'not a table on GitHub', note: 'Shown after the header of a table.' },
  nowhere: { text: 'not a table in any renderer', note: 'Shown after the header of a table.' },
  notShown: { text: 'not shown on GitHub', note: 'Shown before the text of a table row that is lost.' },
});

/** Something that the author sees but readers don't. */
export interface LostText {
  /** Where it's shown: before the lost text, or at the end of the header. */
  readonly offset: number;
  readonly message: Message;
}

/** What the tables in `span` lose when they are rendered, in source order. */
export function lostTextIn({ tables }: Playbook, span: Span): readonly LostText[] {
  return tables.filter((table) => table.start <= span.end && endOfTable(table) >= span.start).flatMap(lostTextOf);
}

function lostTextOf(placed: PlacedTable): LostText[] {
  const { table, schema, start } = placed;
  const { gfm, docfx } = renderingOf(table, placed.afterText);
  const header = table.header ?? 0;
  const headerEnd = start + (table.rowStarts[header] ?? 0) + (table.rows[header]?.source.length ?? 0);
  if (!gfm || !docfx)
    return [
      {
        offset: headerEnd,
        message: gfm ? texts.notOnSite : docfx ? texts.notOnGitHub : texts.nowhere,
      },
    ];
  return table.rows.flatMap((row, index) => {
    if (!isBodyRow(table, index) || row.cells.length <= schema.width || lostText(row, schema.width) === '') return [];
    return [
      {
        offset: start + (table.rowStarts[index] ?? 0) + lostSpan(row, schema.width).start,
        message: texts.notShown,
      },
    ];
  });
}
