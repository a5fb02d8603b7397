import type { PreviewCell, PreviewPart } from '../../src/common/preview/messages';

/** What a reader sees of a cell, in pieces. */
export function partsOf({ parts, source }: PreviewCell): readonly PreviewPart[] {
  return parts ?? [{ text: source }];
}

/** The same as one text; empty where there is no such cell. */
export function shownText(cell: PreviewCell | null): string {
  if (cell === null) return '';
  return cell.parts === undefined ? cell.source : cell.parts.map(({ text }) => text).join('');
}
