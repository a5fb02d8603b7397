import type { ServerLifecycle } from '../server-lifecycle';
import { newTaskOf } from './command-arguments';
import { editHere } from './edit-request';

/** Adds heading and table for the tasks of the step at the caret; with a first row, where `argument` says what stands in it. */
export async function insertTaskTable(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const args = newTaskOf(argument);
  await editHere(server, { command: 'insertTable', ...(args !== undefined && { args }) });
}
