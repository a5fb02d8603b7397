import { Position, Range, Uri, window, type QuickPickItem, type TextEditor } from 'vscode';
import {
  counterpartsMethod,
  type CounterpartPlace,
  type CounterpartsParams,
  type CounterpartsResult,
} from '../../../../server/src/protocol';
import type { ServerLifecycle } from '../server-lifecycle';
import { defineTexts } from '../texts';
import { messageOf } from '../report/message-of';

const texts = defineTexts('open-counterpart', {
  notInLanguage: "This page doesn't exist in that language.",
  notTranslated: "This page doesn't exist in any other language.",
  failed: 'The other languages of this page could not be found: {reason}',
  whichLanguage: 'Which language?',
});

/**
 * Opens the place of the caret on the same page in another language. Asks for the language if there are several. A key
 * binding can specify it, for example `de`.
 */
export async function openCounterpart(server: ServerLifecycle, language?: unknown): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const all = await counterpartsOf(editor, server);
  if (all === undefined) return;
  const found = typeof language === 'string' ? all.filter((place) => place.language === language) : all;
  if (found.length === 0) {
    void window.showInformationMessage(typeof language === 'string' ? texts.notInLanguage : texts.notTranslated);
    return;
  }
  const choice = found.length === 1 ? found[0] : await pickLanguage(found);
  if (choice === undefined) return;
  const { line, character } = choice.range.start;
  const start = new Position(line, character);
  await window.showTextDocument(Uri.parse(choice.uri), { selection: new Range(start, start) });
}

/** `undefined`: the server couldn't answer, and a message has said so. */
async function counterpartsOf(
  { document, selection }: TextEditor,
  server: ServerLifecycle,
): Promise<CounterpartsResult | undefined> {
  const { line, character } = selection.active;
  const params: CounterpartsParams = { uri: document.uri.toString(), position: { line, character } };
  try {
    return await server.request<CounterpartsResult>(counterpartsMethod, params);
  } catch (error) {
    void window.showErrorMessage(texts.failed({ reason: messageOf(error) }));
    return undefined;
  }
}

async function pickLanguage(places: CounterpartsResult): Promise<CounterpartPlace | undefined> {
  const items = places.map((place): QuickPickItem & { readonly place: CounterpartPlace } => ({
    label: place.languageName,
    description: fileNameOf(place.uri),
    place,
  }));
  return (await window.showQuickPick(items, { placeHolder: texts.whichLanguage }))?.place;
}

function fileNameOf(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
