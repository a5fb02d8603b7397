import { withKnownValues, type Playbook, type Refusal } from '../../core/index.js';
import { defineMessages } from '../../messages/index.js';
import type { EditCommand } from '../../protocol/index.js';
import { filePathOf } from '../../workspace/index.js';
import type { Session } from '../session/session.js';
import type { ArgumentForm, CommandValues } from './command-arguments.js';

const texts = defineMessages('page-commands', {
  invalidId: {
    text: '"{id}" isn\'t a valid task ID ({form})',
    note: '"form" describes task IDs, such as 4 digits.',
  },
});

/** A command that changes an open page, with the ID that our own client has for it. */
export interface PageCommand extends ArgumentForm {
  readonly edit: (values: CommandValues, page: CommandPage) => EditCommand | Refusal;
}

/** The page of a command, and what a new row takes from around it. */
export interface CommandPage {
  readonly playbook: Playbook;
  readonly session: Session;
  /** The setting `playbook.author`. */
  readonly author: string;
}

/** The commands of our own client that don't ask anything, or whose questions the argument answers. */
export const PAGE_COMMANDS: readonly PageCommand[] = [
  { id: 'playbook.sortTasks', edit: () => ({ command: 'sortTasks' }) },
  { id: 'playbook.alignTable', edit: () => ({ command: 'alignTable' }) },
  { id: 'playbook.alignAllTables', isForPage: true, edit: () => ({ command: 'alignTable', args: { all: true } }) },
  { id: 'playbook.compactTable', edit: () => ({ command: 'compactTable' }) },
  { id: 'playbook.compactAllTables', isForPage: true, edit: () => ({ command: 'compactTable', args: { all: true } }) },
  { id: 'playbook.toggleMandatory', edit: () => ({ command: 'toggleMandatory' }) },
  { id: 'playbook.moveTaskUp', edit: () => ({ command: 'moveRowUp' }) },
  { id: 'playbook.moveTaskDown', edit: () => ({ command: 'moveRowDown' }) },
  { id: 'playbook.deleteTask', edit: () => ({ command: 'deleteRow' }) },
  { id: 'playbook.escapePipe', edit: () => ({ command: 'escapePipe' }) },
  { id: 'playbook.updateDate', isForPage: true, edit: () => ({ command: 'updateDate' }) },
  {
    id: 'playbook.addRefreshRow',
    isForPage: true,
    values: ['date', 'author', 'text', 'notes'],
    edit: (values, { author }) => ({
      command: 'addRefreshRow',
      args: { ...(author !== '' && { author }), ...values },
    }),
  },
  {
    id: 'playbook.insertTaskRow',
    values: ['taskId', 'taskName', 'mo', 'roles', 'services'],
    edit: (values, page) => taskEdit('insertRow', values, page),
  },
  {
    id: 'playbook.insertTaskTable',
    values: ['taskId', 'taskName', 'mo', 'roles', 'services'],
    edit: (values, page) => taskEdit('insertTable', values, page),
  },
  {
    id: 'playbook.insertStep',
    values: ['title', 'roles', 'motions', 'services'],
    edit: (values) => ({ command: 'insertStep', args: values }),
  },
  {
    id: 'playbook.pasteTaskRows',
    values: ['text', 'html'],
    required: ['text'],
    edit: (values) => ({ command: 'pasteRows', args: values }),
  },
];

/** Values that aren't given are those of the task on other pages, as if the author had chosen it from our list. */
function taskEdit(
  command: 'insertRow' | 'insertTable',
  values: CommandValues,
  { playbook, session }: CommandPage,
): EditCommand | Refusal {
  const taskId = values.taskId?.trim();
  if (taskId === undefined) return { command, args: values };
  const { pattern, description } = playbook.vocabulary.taskId;
  if (!pattern.test(taskId)) return { refused: texts.invalidId({ id: taskId, form: description }) };
  const around = { index: session.workspace.index, path: filePathOf(playbook.uri) };
  return { command, args: withKnownValues({ ...values, taskId }, playbook, around) };
}
