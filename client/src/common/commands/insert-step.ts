import { window } from 'vscode';
import type { NewStep, OfferedVocabulary } from '../../../../server/src/protocol';
import { isRefused } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import { newStepOf } from './command-arguments';
import { editIn } from './edit-request';
import { ask, askText, type Step } from './guided-input';
import { wordsFor } from './insert-task-row';
import { reported } from './reported';
import { roleStep, serviceStep } from './task-questions';
import { defineTexts } from '../texts';

const texts = defineTexts('commands/insert-step', {
  title: { text: 'Insert Step', note: 'The title of a series of questions.' },
  stepTitle: { text: 'Title of the step', note: 'A prompt.' },
  titleMissing: 'Enter a title',
});

/** Adds a step after the step at the caret. Asks for title, role and services, unless `argument` contains them. */
export async function insertStep(server: ServerLifecycle, argument?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined || (await isRefused(editor.document))) return;
  const step =
    newStepOf(argument) ??
    (await reported(async () => askForStep(await wordsFor(server, { uri: editor.document.uri.toString() }))));
  if (step !== undefined) await editIn(editor, server, { command: 'insertStep', args: step });
}

function askForStep(words: OfferedVocabulary): Promise<NewStep | undefined> {
  return ask<NewStep>(texts.title, {}, [askForTitle, roleStep(words), serviceStep(words)]);
}

const askForTitle: Step<NewStep> = async (step, place) => {
  const answer = await askText(
    {
      prompt: texts.stepTitle,
      value: step.title ?? '',
      problemIn: (text) => (text === '' ? texts.titleMissing : undefined),
    },
    place,
  );
  return typeof answer === 'string' ? answer : { value: { ...step, title: answer.value } };
};
