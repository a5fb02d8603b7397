import type { PreviewPage, PreviewRow, PreviewTable, PreviewWords, TaskPreview } from '../messages';

/** A row with its table and its page. */
export interface PlacedRow {
  readonly row: PreviewRow;
  readonly table: PreviewTable | undefined;
  readonly page: PreviewPage | undefined;
  /** The displayed name of a role, a service or a phase; an unknown word stays as it is. */
  readonly labelOf: (value: string) => string;
}

/** Finds the table and the page of rows of the preview. */
export function placesIn({ tables, pages, words }: TaskPreview): (row: PreviewRow) => PlacedRow {
  const labelOf = labelsIn(words);
  return (row) => {
    const table = tables[row.table];
    return { row, table, page: pages[table?.page ?? -1], labelOf };
  };
}

/** Finds the displayed name of a word; an unknown word stays as it is. */
export function labelsIn({ roles, services, phases }: PreviewWords): (value: string) => string {
  const labels = new Map([...roles, ...services, ...phases].map(({ id, label }) => [id, label]));
  return (value) => labels.get(value) ?? value;
}
