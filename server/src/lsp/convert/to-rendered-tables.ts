import type { Format } from '../../messages/formatting/index.js';
import type { LineMap, RenderedTable as CoreTable, Rendering as CoreRendering } from '../../core/index.js';
import type { RenderedTable, Rendering } from '../../protocol/index.js';

/** With lines instead of offsets. */
export function toRenderedTable(
  { heading, start, isTaskTable, gfm, docfx }: CoreTable,
  lines: LineMap,
  format: Format,
): RenderedTable {
  return {
    heading,
    line: lines.lineAt(start),
    isTaskTable,
    gfm: toRendering(gfm, lines, format),
    docfx: toRendering(docfx, lines, format),
  };
}

function toRendering({ reason, header, rows }: CoreRendering, lines: LineMap, format: Format): Rendering {
  return {
    isTable: reason === undefined,
    reason: reason === undefined ? null : format(reason),
    header,
    rows: rows.map(({ start, ...row }) => ({ ...row, line: lines.lineAt(start) })),
  };
}
