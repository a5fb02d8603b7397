import { defineMessages } from '../../../../server/src/messages/index';
import { always, type Column } from './column';

const texts = defineMessages('preview/actions', {
  title: { text: 'Actions', note: 'Header of the column with a button for the menu of each row.' },
});

/** The button that opens the menu of the row. */
export const actions: Column<'actions'> = {
  id: 'actions',
  title: texts.title,
  isShown: always,
  text: () => '',
  look: { kind: 'actions' },
  width: { tight: 5, least: 5, most: 5, share: 0 },
  sortKey: null,
  isSearched: false,
  filter: null,
  exported: null,
};
