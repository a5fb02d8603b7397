import { defineMessages } from '../../../../server/src/messages/index';
import { shownText } from './cell-text';
import { always, type TaskColumn } from './column';
import { NO_VALUE } from './filter-values';

const texts = defineMessages('preview/mo', {
  title: { text: 'M/O', note: 'Header of a column: whether a task is mandatory or optional.' },
  mandatory: { text: 'Mandatory', note: 'A task that must be done. Shown after the letter M.' },
  optional: { text: 'Optional', note: 'A task that may be skipped. Shown after the letter O.' },
  unknown: 'Neither mandatory nor optional',
});

/** The meaning of a letter; `unknown`: it has none. */
export const MEANINGS = { mandatory: texts.mandatory, optional: texts.optional, unknown: texts.unknown } as const;

/** Mandatory or optional, with the letters of the table. */
export const mo: TaskColumn<'mo'> = {
  id: 'mo',
  title: texts.title,
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
    labels: new Map([
      ['mandatory', MEANINGS.mandatory],
      ['optional', MEANINGS.optional],
      [NO_VALUE, MEANINGS.unknown],
    ]),
  },
  exported: { name: 'M/O', isForInformation: false, cell: ({ row }) => row.mo?.source ?? '' },
};
