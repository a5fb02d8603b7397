import { window } from 'vscode';
import {
  knownTasksMethod,
  vocabularyMethod,
  type KnownTasksParams,
  type KnownTasksResult,
  type OfferedVocabulary,
  type VocabularyParams,
} from '../../../../server/src/protocol';
import { reported } from './reported';
import { isRefused } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import { newTaskOf } from './command-arguments';
import { editIn } from './edit-request';
import { askForTask } from './task-questions';

/** Adds a row to the task table at the caret. Asks for its content, unless `argument` contains it. */
export async function insertTaskRow(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  const uri = editor.document.uri.toString();
  const task =
    newTaskOf(argument) ??
    (await reported(async () => askForTask(await wordsFor(server, { uri }), await tasksFor(server, { uri }))));
  if (task !== undefined) await editIn(editor, server, { command: 'insertRow', args: task });
}

/** The vocabulary of a page. */
export function wordsFor(server: ServerLifecycle, params: VocabularyParams): Promise<OfferedVocabulary> {
  return server.request<OfferedVocabulary>(vocabularyMethod, params);
}

function tasksFor(server: ServerLifecycle, params: KnownTasksParams): Promise<KnownTasksResult> {
  return server.request<KnownTasksResult>(knownTasksMethod, params);
}
