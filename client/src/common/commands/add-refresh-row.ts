import { window, type Uri } from 'vscode';
import {
  refreshDraftMethod,
  type NewRefreshRow,
  type RefreshDraftParams,
  type RefreshDraftResult,
} from '../../../../server/src/protocol';
import { isRefused } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import { knownAuthor, offerToKeep } from './author-name';
import { newRefreshRowOf } from './command-arguments';
import { editIn } from './edit-request';
import { committedText } from './git';
import { ask, askText, type Step } from './guided-input';
import { reported } from './reported';
import { defineTexts } from '../texts';

const texts = defineTexts('add-refresh-row', {
  title: { text: 'Add Refresh Summary Row', note: 'The title of a series of questions.' },
  whatChanged: 'What changed?',
  textMissing: 'Enter what changed',
  author: { text: 'Your name for the log', note: 'A prompt. The log is the refresh log of the page.' },
});

/**
 * Adds a row for today to the refresh log. Asks what changed and suggests a draft, unless `argument` contains the
 * answer.
 */
export async function addRefreshRow(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  const { uri } = editor.document;
  const given = newRefreshRowOf(argument);
  const author = given?.author ?? (await knownAuthor(uri));
  const row =
    given === undefined
      ? await reported(async () => askForRow(author, await draftFor(server, uri)))
      : { ...given, ...(author !== undefined && { author }) };
  if (row === undefined || !(await editIn(editor, server, { command: 'addRefreshRow', args: row }))) return;
  if (given === undefined && author === undefined && row.author !== undefined && row.author !== '')
    void offerToKeep(row.author);
}

/** Describes the changes to the page's tasks since the last commit; empty if unknown. */
async function draftFor(server: ServerLifecycle, uri: Uri): Promise<string> {
  const before = await committedText(uri);
  if (before === undefined) return '';
  return (
    await server.request<RefreshDraftResult>(refreshDraftMethod, {
      uri: uri.toString(),
      before,
    } satisfies RefreshDraftParams)
  ).text;
}

function askForRow(author: string | undefined, draft: string): Promise<NewRefreshRow | undefined> {
  const start: NewRefreshRow = { text: draft, ...(author !== undefined && { author }) };
  return ask(texts.title, start, author === undefined ? [askForText, askForAuthor] : [askForText]);
}

const askForText: Step<NewRefreshRow> = async (row, place) => {
  const answer = await askText(
    {
      prompt: texts.whatChanged,
      value: row.text ?? '',
      problemIn: (text) => (text === '' ? texts.textMissing : undefined),
    },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...row, text: answer.value } };
};

const askForAuthor: Step<NewRefreshRow> = async (row, place) => {
  const answer = await askText({ prompt: texts.author, value: row.author ?? '' }, place);
  return typeof answer === 'string' ? answer : { value: { ...row, author: answer.value } };
};
