import type { LineMap, RenderedTable as CoreTable, Rendering as CoreRendering } from '../../core/index.js';
import type { RenderedTable, Rendering } from '../../protocol/index.js';

/** With lines instead of offsets. */
export function toRenderedTable({ heading, start, isTaskTable, gfm, docfx }: CoreTable, lines: LineMap): RenderedTable {
  return {
    heading,
    line: lines.lineAt(start),
    isTaskTable,
    gfm: toRendering(gfm, lines),
    docfx: toRendering(docfx, lines),
  };
}

function toRendering({ reason, header, rows }: CoreRendering, lines: LineMap): Rendering {
  return {
    isTable: reason === undefined,
    reason: reason ?? null,
    header,
    rows: rows.map(({ start, ...row }) => ({ ...row, line: lines.lineAt(start) })),
  };
}
