import type { PreviewPage, PreviewRow, TaskPreview } from '../../../webviews/preview/protocol/messages';

/** A row of a preview, and the page it is on. */
export interface RowPlace {
  readonly row: PreviewRow;
  readonly page: PreviewPage;
}

/** `undefined` if the preview has no such row. */
export function placeOf(preview: TaskPreview, index: number): RowPlace | undefined {
  const row = preview.rows[index];
  const page = preview.pages[preview.tables[row?.table ?? -1]?.page ?? -1];
  return row === undefined || page === undefined ? undefined : { row, page };
}
