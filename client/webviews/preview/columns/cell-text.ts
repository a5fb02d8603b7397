import type { PreviewCell, PreviewPart } from '../protocol/messages';

/** The displayed content of a cell, in pieces. */
export function partsOf({ parts, source }: PreviewCell): readonly PreviewPart[] {
  return parts ?? [{ text: source }];
}

/** The same as a single text; empty if the cell doesn't exist. */
export function shownText(cell: PreviewCell | null): string {
  if (cell === null) return '';
  return cell.parts === undefined ? cell.source : cell.parts.map(({ text }) => text).join('');
}
