import { wordsColumn } from './words-column';

export const services = wordsColumn({
  id: 'services',
  terms: (row) => row.services,
  offered: (words) => words.services,
  width: { tight: 15, least: 20, most: 64, share: 2 },
  exportedAs: 'Services',
});
