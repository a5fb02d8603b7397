import type { Format } from '../../../../server/src/messages/formatting/index';
import type { TaskSheet } from '../../../../server/src/protocol';
import { EXPORTED, placesIn } from '../../../webviews/preview/columns';
import type { TaskPreview } from '../../../webviews/preview/protocol/messages';

/** The tasks as a table. `rows`: the rows to include, in this order; `null`: all. Cells contain the source text. */
export function taskSheet(preview: TaskPreview, rows: readonly number[] | null, format: Format): TaskSheet {
  const numbers = numbersOnPage(preview);
  const placed = placesIn(preview);
  const taken = rows ?? preview.rows.keys();
  return {
    name: 'Tasks',
    columns: EXPORTED.map(({ name }) => name),
    rows: [...taken].flatMap((index) => {
      const row = preview.rows[index];
      if (row === undefined) return [];
      const exported = { ...placed(row), number: numbers[index] ?? '' } as const;
      return [EXPORTED.map(({ cell }) => cell(exported, format))];
    }),
  };
}

/**
 * The number of each row on its page, starting at 1. It identifies a row whose ID was edited. The tasks of a workspace
 * don't include rows without an ID, so they have no numbers.
 */
function numbersOnPage({ version, rows, tables }: TaskPreview): number[] {
  if (version === null) return [];
  const counts = new Map<number | undefined, number>();
  return rows.map(({ table }) => {
    const page = tables[table]?.page;
    const number = (counts.get(page) ?? 0) + 1;
    counts.set(page, number);
    return number;
  });
}
