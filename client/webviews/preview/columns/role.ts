import { defineMessages } from '../../../../server/src/messages/index';
import { wordsColumn } from './words-column';

const texts = defineMessages('preview/role', {
  title: { text: 'Role', note: 'Header of a column: who does the task.' },
});

export const role = wordsColumn({
  id: 'role',
  title: texts.title,
  terms: (row) => row.role,
  offered: ({ roles }) => roles,
  width: { tight: 15, least: 20, most: 44, share: 1 },
  exportedAs: 'Role',
});
