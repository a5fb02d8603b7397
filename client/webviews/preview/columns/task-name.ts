import { defineMessages } from '../../../../server/src/messages/index';
import { shownText } from './cell-text';
import { always, type TaskColumn } from './column';

const texts = defineMessages('preview/task-name', { title: 'Task Name' });

export const taskName: TaskColumn<'task-name'> = {
  id: 'task-name',
  title: texts.title,
  isShown: always,
  cell: ({ name }) => name,
  text: ({ row }) => shownText(row.name),
  look: { kind: 'source' },
  editor: { kind: 'text' },
  width: { tight: 22, least: 30, most: 70, share: 3 },
  sortKey: ({ row }) => shownText(row.name),
  isSearched: true,
  filter: null,
  exported: { name: 'Task Name', isForInformation: false, cell: ({ row }) => row.name?.source ?? '' },
};
