import {
  commands,
  languages,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { eventually } from './harness';

/** An English playbook without a mistake. */
export const cleanPlaybook = 'playbooks/assess-network.md';
/** A Chinese playbook with one: a letter and a role in the same cell. */
export const mergedLetterPlaybook = 'playbooks/assess-network.zh.md';

/** The address of a file of the test workspace. */
export function uriOf(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The test workspace is not open');
  return Uri.joinPath(folder.uri, path);
}

/** Shows a file as it is on disk, whatever the test before has typed into it. */
export async function open(path: string): Promise<TextEditor> {
  const editor = await window.showTextDocument(uriOf(path), { preview: false });
  const saved = new TextDecoder().decode(await workspace.fs.readFile(uriOf(path)));
  await eventually(`${path} to be as it is on disk`, async () => {
    if (editor.document.getText() === saved) return true;
    await commands.executeCommand('workbench.action.files.revert');
    return editor.document.getText() === saved;
  });
  return editor;
}

/** What we report for a document, hints left out. */
export function problemsOf(document: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(document.uri).filter((problem) => problem.source === 'playbook');
}

/** Waits for a problem on exactly this text. */
export function problemOn(document: TextDocument, text: string): Promise<Diagnostic> {
  return eventually(`a problem on "${text}"`, () =>
    problemsOf(document).find((problem) => document.getText(problem.range).includes(text)),
  );
}

/** Waits until nothing is reported any more on a line. */
export function noProblemOnLine(document: TextDocument, line: number): Promise<true> {
  return eventually(`no problem on line ${line + 1}`, () =>
    problemsOf(document).every((problem) => problem.range.start.line !== line),
  );
}

/** The first line that holds a text. */
export function lineWith(document: TextDocument, text: string): number {
  return document.positionAt(document.getText().indexOf(text)).line;
}

/** Replaces the only occurrence of a text, by a person's edit. */
export async function replace(editor: TextEditor, from: string, to: string): Promise<void> {
  const start = editor.document.getText().indexOf(from);
  if (start < 0) throw new Error(`"${from}" is not in the document`);
  const range = new Range(editor.document.positionAt(start), editor.document.positionAt(start + from.length));
  await editor.edit((edit) => edit.replace(range, to));
}

/** The quick fixes that the editor offers for a problem. */
export async function quickFixesFor(document: TextDocument, problem: Diagnostic): Promise<CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    problem.range,
    'quickfix',
  );
  return actions.filter((action) => action.edit !== undefined);
}

/** Applies one of them, as choosing it in the menu does. */
export async function apply(editor: TextEditor, action: CodeAction): Promise<void> {
  if (!action.edit || !(await workspace.applyEdit(action.edit)))
    throw new Error(`"${action.title}" could not be applied`);
  editor.selection = new Selection(0, 0, 0, 0);
}
