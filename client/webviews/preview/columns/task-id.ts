import { defineMessages } from '../../../../server/src/messages/index';
import { shownText } from './cell-text';
import { always, type TaskColumn } from './column';

const texts = defineMessages('preview/task-id', { title: 'Task ID' });

export const taskId: TaskColumn<'task-id'> = {
  id: 'task-id',
  title: texts.title,
  isShown: always,
  cell: ({ id }) => id,
  text: ({ row }) => shownText(row.id),
  look: { kind: 'source' },
  editor: { kind: 'task' },
  width: { tight: 9, least: 9, most: 18, share: 0 },
  sortKey: ({ row }) => shownText(row.id),
  isSearched: true,
  filter: null,
  exported: { name: 'Task ID', isForInformation: false, cell: ({ row }) => row.id?.source ?? '' },
};
