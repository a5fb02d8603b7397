import { wordsColumn } from './words-column';

export const role = wordsColumn({
  id: 'role',
  terms: (row) => row.role,
  offered: ({ roles }) => roles,
  width: { tight: 15, least: 20, most: 44, share: 1 },
  exportedAs: 'Role',
});
