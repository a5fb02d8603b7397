import { TASK_COLUMNS } from '../columns';
import type { PreviewRow, TaskPreview } from '../protocol/messages';

/** Rows, each with a key that is the same in all versions of the page. */
export interface KeyedRows {
  readonly preview: TaskPreview;
  readonly keys: readonly string[];
}

let keys = 0;

/**
 * The keys of the rows of `after`. A row keeps its key if its content is the same, wherever it is now; or if no other
 * row has its ID; or if it is between the same neighbors. `known`: keys of rows that are certain.
 */
export function keysAfter(
  before: KeyedRows | null,
  after: TaskPreview,
  known: ReadonlyMap<number, string>,
): readonly string[] {
  const found = after.rows.map((_, row) => known.get(row));
  if (before !== null && before.preview.pages[0]?.uri === after.pages[0]?.uri) {
    const taken = new Set(known.values());
    for (const nameOf of [sourceOf, idOf]) keepBy(nameOf, before, after, found, taken);
    keepBetween(before, found, taken);
  }
  return found.map((key) => key ?? `row ${++keys}`);
}

type Found = (string | undefined)[];

/** Rows with the same name keep their keys in order. */
function keepBy(
  nameOf: (row: PreviewRow, preview: TaskPreview) => string,
  before: KeyedRows,
  { rows, ...after }: TaskPreview,
  found: Found,
  taken: Set<string>,
): void {
  const waiting = new Map<string, string[]>();
  for (const [row, key] of before.keys.entries()) {
    const old = before.preview.rows[row];
    if (old === undefined || taken.has(key)) continue;
    const name = nameOf(old, before.preview);
    const same = waiting.get(name);
    if (same === undefined) waiting.set(name, [key]);
    else same.push(key);
  }
  for (const queue of waiting.values()) queue.reverse();
  for (const [index, row] of rows.entries()) {
    if (found[index] !== undefined) continue;
    const name = nameOf(row, { rows, ...after });
    const key = name === '' ? undefined : waiting.get(name)?.pop();
    if (key === undefined) continue;
    found[index] = key;
    taken.add(key);
  }
}

/** If the number of rows between two known rows is the same, they are the same rows with changes. */
function keepBetween(before: KeyedRows, found: Found, taken: ReadonlySet<string>): void {
  const places = new Map(before.keys.map((key, row) => [key, row]));
  for (let start = 0; start < found.length; start++) {
    if (found[start] !== undefined) continue;
    let end = start;
    while (end < found.length && found[end] === undefined) end++;
    const above = start === 0 ? -1 : places.get(found[start - 1] ?? '');
    const below = end === found.length ? before.keys.length : places.get(found[end] ?? '');
    const between = above === undefined || below === undefined ? [] : before.keys.slice(above + 1, below);
    if (between.length === end - start && between.every((key) => !taken.has(key)))
      between.forEach((key, index) => (found[start + index] = key));
    start = end;
  }
}

/** The whole content of a row, and its page. */
function sourceOf(row: PreviewRow, { tables }: TaskPreview): string {
  const cells = Object.values(TASK_COLUMNS).map(({ cell }) => cell(row)?.source);
  return [tables[row.table]?.page, row.broken, ...cells].join('\n');
}

function idOf({ table, id }: PreviewRow, { tables }: TaskPreview): string {
  return id === null || id.source === '' ? '' : `${tables[table]?.page}\n${id.source}`;
}
