import { shownText } from './cell-text';
import { always, type TaskColumn } from './column';
import { NO_VALUE } from './filter-values';

/** Mandatory or optional, with the letters of the table. */
export const mo: TaskColumn<'mo'> = {
  id: 'mo',
  isShown: always,
  cell: (row) => row.mo,
  text: ({ row }) => shownText(row.mo),
  look: { kind: 'letter' },
  editor: { kind: 'choice' },
  width: { tight: 7, least: 10, most: 24, share: 0 },
  // The meaning, because letters depend on the language. Rows without a meaning come last.
  sortKey: ({ row }) => (row.obligation === null ? shownText(row.mo) : row.obligation === 'mandatory' ? 0 : 1),
  isSearched: true,
  filter: {
    isShown: always,
    values: ({ row }) => (row.obligation === null ? [] : [row.obligation]),
    labels: ({ obligation: { mandatory, optional, unknown } }) =>
      new Map([
        ['mandatory', mandatory],
        ['optional', optional],
        [NO_VALUE, unknown],
      ]),
  },
  exported: { name: 'M/O', isForInformation: false, cell: ({ row }) => row.mo?.source ?? '' },
};
