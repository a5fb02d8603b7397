import { always, type Column } from './column';

/** The button that opens the menu of the row. */
export const actions: Column<'actions'> = {
  id: 'actions',
  isShown: always,
  text: () => '',
  look: { kind: 'actions' },
  width: { tight: 5, least: 5, most: 5, share: 0 },
  sortKey: null,
  isSearched: false,
  filter: null,
  exported: null,
};
