import { defineMessages } from '../../../../server/src/messages/index';
import { wordsColumn } from './words-column';

const texts = defineMessages('preview/services', {
  title: { text: 'Services', note: 'Header of a column: the products that the task is for, such as Teams.' },
});

export const services = wordsColumn({
  id: 'services',
  title: texts.title,
  terms: (row) => row.services,
  offered: (words) => words.services,
  width: { tight: 15, least: 20, most: 64, share: 2 },
  exportedAs: 'Services',
});
