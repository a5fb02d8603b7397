import type { ServerLifecycle } from '../server-lifecycle';
import { newTaskOf } from './command-arguments';
import { editHere } from './edit-request';

/** Adds a heading and a table for the tasks of the step at the caret, with a first row if `argument` contains one. */
export async function insertTaskTable(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const args = newTaskOf(argument);
  await editHere(server, { command: 'insertTable', ...(args !== undefined && { args }) });
}
