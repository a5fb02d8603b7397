/** The extent of a catalogue. */
export interface CatalogueExtent {
  readonly size: number;
  /** The highest ID: tasks with higher IDs are newer than the catalogue. */
  readonly highest: number;
}

export function extentOf(ids: Iterable<string>): CatalogueExtent {
  let size = 0;
  let highest = 0;
  for (const id of ids) {
    size++;
    highest = Math.max(highest, Number(id));
  }
  return { size, highest };
}
