import type {
  PreviewPage,
  PreviewRow,
  PreviewTable,
  PreviewTask,
  PreviewWords,
  TaskPreview,
} from '../protocol/messages';

/** A row with its table, its page and its task. */
export interface PlacedRow {
  readonly row: PreviewRow;
  readonly table: PreviewTable | undefined;
  readonly page: PreviewPage | undefined;
  /** What the workspace knows about the task. */
  readonly task: PreviewTask | undefined;
  /** The displayed name of a role, a service or a phase; an unknown word stays as it is. */
  readonly labelOf: (value: string) => string;
}

/** Finds the table, the page and the task of rows of the preview. */
export function placesIn({ tables, pages, tasks, words }: TaskPreview): (row: PreviewRow) => PlacedRow {
  const labelOf = labelsIn(words);
  return (row) => {
    const table = tables[row.table];
    return { row, table, page: pages[table?.page ?? -1], task: tasks?.[row.task ?? -1], labelOf };
  };
}

/** Finds the displayed name of a word; an unknown word stays as it is. */
export function labelsIn({ roles, services, phases }: PreviewWords): (value: string) => string {
  const labels = new Map([...roles, ...services, ...phases].map(({ id, label }) => [id, label]));
  return (value) => labels.get(value) ?? value;
}
