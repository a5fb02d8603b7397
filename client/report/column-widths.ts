import { textWidth } from '../grid/text-width';
import type { ReportTable } from '../src/common/report/messages';

const LEAST = 4;
/** What is longer is cut off, and shown as a whole when the pointer rests on it. */
const MOST = 44;
/** The space on both sides. */
const MARGIN = 3;
/** A header is bold, and has room for the mark of the sorted column. */
const HEADER_MARGIN = 4;

/** How wide each column has to be for its texts, in digits. */
export function columnWidths({ columns, rows }: ReportTable): number[] {
  return columns.map((name, column) => {
    const widest = rows.reduce(
      (most, row) => Math.max(most, widthOf(row[column] ?? '', most)),
      widthOf(name, 0) + HEADER_MARGIN,
    );
    return Math.max(LEAST, Math.min(widest, MOST)) + MARGIN;
  });
}

/** Not looked at when even a text of wide characters alone would be less than `known`. */
function widthOf(cell: string | number, known: number): number {
  const text = String(cell);
  if (text.length * 2 <= known) return 0;
  return textWidth(text);
}
