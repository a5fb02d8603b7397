import type { Table } from '../../model/tables.js';
import type { TextEdit } from '../../text/text-edit.js';

/** Takes lines `first` to `last` out of a table, each with the line end above it, so that the last line may go too. */
export function removeTableRows({ rows, rowStarts }: Table, first: number, last = first): TextEdit {
  const endOf = (index: number): number => (rowStarts[index] ?? 0) + (rows[index]?.source.length ?? 0);
  return { span: { start: endOf(first - 1), end: endOf(last) }, newText: '' };
}
