import { defineMessages } from '../../../messages/index.js';
import type { Row } from '../../model/tables.js';
import { shift } from '../../text/span.js';
import type { Fix } from '../rule.js';
import { preferred, suggestion } from './fixes.js';
import { cutShort } from '../../dialect/task-rows.js';
import { lostText } from '../../dialect/lost-cells.js';

const texts = defineMessages('cell-counts', {
  deleteEmptyCell: { text: 'Delete the empty cell', note: 'Title of a fix for a table row with too many cells.' },
  deleteRepeatedCell: {
    text: 'Delete the repeated cell "{text}"',
    note: 'Title of a fix for a table row whose last cell is there twice.',
  },
  escapePipe: {
    text: 'Escape the pipe as "\\|"',
    note: 'Title of a fix. A pipe | separates the cells of a row; with a backslash, it is a character of its cell.',
  },
  keepInLastCell: {
    text: 'Keep "{text}" in the last column with "\\|"',
    note: 'Title of a fix. {text}: the cells beyond the last column, which become part of it.',
  },
});

/** Deletes the cell at `index` and the pipe after it. */
export function deleteCell({ cells }: Row, index: number, start: number): Fix {
  const { outer } = cells[index] ?? { outer: { start: 0, end: 0 } };
  return {
    title: texts.deleteEmptyCell,
    edits: [{ span: shift({ start: outer.start, end: outer.end + 1 }, start), newText: '' }],
    applicability: 'suggestion',
  };
}

/** Deletes the cell beyond the last column, if it repeats the cell before it. */
export function deleteRepeatedCell({ cells }: Row, width: number, start: number): Fix[] {
  const [last, extra, ...others] = cells.slice(width - 1);
  if (last === undefined || extra === undefined || others.length > 0 || last.text !== extra.text) return [];
  const title = texts.deleteRepeatedCell({ text: cutShort(extra.text) });
  const span = shift({ start: last.outer.end, end: extra.outer.end }, start);
  return [preferred(suggestion(title, { span, newText: '' }))];
}

/** Turns the pipe at `pipe` into a character of its cell. */
export function escapePipeFix(pipe: number, start: number): Fix {
  return {
    title: texts.escapePipe,
    edits: [{ span: shift({ start: pipe, end: pipe }, start), newText: '\\' }],
    applicability: 'suggestion',
  };
}

/** Joins the last column and everything beyond it into one cell, including the pipes. */
export function keepInLastCell(row: Row, width: number, start: number): Fix {
  const lost = row.cells.slice(width);
  const count = lost.length - [...lost].reverse().findIndex(({ text }) => text !== '');
  const edits = lost
    .slice(0, count)
    .map(({ outer }) => ({ span: shift({ start: outer.start - 1, end: outer.start - 1 }, start), newText: '\\' }));
  return suggestion(texts.keepInLastCell({ text: lostText(row, width) }), ...edits);
}

/**
 * The ways to fit a row with too many cells into its columns: without an empty cell, or with the rest in the last
 * column.
 */
export function narrowings(row: Row, width: number, start: number): Fix[] {
  const empty = [...row.cells.keys()].filter((index) => row.cells[index]?.text === '');
  const [only = -1] = row.cells.length === width + 1 && empty.length === 1 ? empty : [];
  return only === -1
    ? [keepInLastCell(row, width, start)]
    : [deleteCell(row, only, start), keepInLastCell(row, width, start)];
}
