import { textWidth } from '../shared/text-width';
import type { ReportTable } from './protocol/messages';

const LEAST = 4;
/** Longer texts are cut off; a tooltip shows them in full. */
const MOST = 44;
/** The padding on both sides. */
const MARGIN = 3;
/** A header is bold, and has space for the sort mark. */
const HEADER_MARGIN = 4;

/** The width that each column needs for its texts, in digits. */
export function columnWidths({ columns, rows }: ReportTable): number[] {
  return columns.map((name, column) => {
    const widest = rows.reduce(
      (most, row) => Math.max(most, widthOf(row[column] ?? '', most)),
      widthOf(name, 0) + HEADER_MARGIN,
    );
    return Math.max(LEAST, Math.min(widest, MOST)) + MARGIN;
  });
}

/** Not measured if even a text of only wide characters would be narrower than `known`. */
function widthOf(cell: string | number, known: number): number {
  const text = String(cell);
  if (text.length * 2 <= known) return 0;
  return textWidth(text);
}
