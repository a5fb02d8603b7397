import {
  commands,
  Selection,
  window,
  workspace,
  WorkspaceEdit,
  type Location,
  type LocationLink,
  type SymbolInformation,
} from 'vscode';
import { open, uriOf } from './editor';
import { equal, eventually, test } from './harness';

const english = 'playbooks/assess-network.md';
const catalogue = 'playbooks/task-details.md';

test('a task leads to its entry in the catalogue, and to every place that names it', async () => {
  const { document } = await open(english);
  const at = document.positionAt(document.getText().indexOf('4301'));
  const definitions = await eventually('a definition', async () => {
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    return found.length > 0 && found;
  });
  equal(definitions.map(pathOf).map(nameOf), ['task-details.md'], 'the definition');
  const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, at);
  equal(
    [...new Set(references.map(pathOf).map(nameOf))].sort(),
    ['assess-network.de.md', 'assess-network.md', 'assess-network.zh.md', 'task-details.md'],
    'the references',
  );
});

test('a task is found by its ID in the whole workspace', async () => {
  await open(english);
  await eventually('a symbol', async () => {
    const symbols = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '4310');
    return symbols.some(({ name, location }) => name.includes('4310') && location.uri.path.endsWith('task-details.md'));
  });
});

test('a closed page in UTF-16 is read as UTF-16', async () => {
  const { document } = await open(english);
  const at = document.positionAt(document.getText().indexOf('4301'));
  const page = `\uFEFF${document.getText()}`;
  const bytes = new Uint8Array(
    [...page].flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
  );
  await workspace.fs.writeFile(uriOf('playbooks/utf-16.md'), bytes);
  await eventually('the reference in the page', async () => {
    const references = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, at);
    return references.some(({ uri }) => uri.path.endsWith('/utf-16.md'));
  });
  await workspace.fs.delete(uriOf('playbooks/utf-16.md'));
});

test('a page that is renamed takes the links to it along', async () => {
  const { document } = await open(catalogue);
  await renameFile(english, 'playbooks/assess-the-network.md');
  await eventually('the link to follow', () => document.getText().includes('(assess-the-network.md#approach)'));
  await renameFile('playbooks/assess-the-network.md', english);
  await eventually('the link to come back', () => document.getText().includes('(assess-network.md#approach)'));
});

test('a page opens in another language, at the same task', async () => {
  const editor = await open('playbooks/assess-network.de.md');
  const task = editor.document.positionAt(editor.document.getText().indexOf('4302'));
  editor.selection = new Selection(task, task);
  await eventually('the English page', async () => {
    await commands.executeCommand('playbook.openCounterpart', 'en');
    return window.activeTextEditor?.document.uri.path.endsWith('/assess-network.md');
  });
  const { document, selection } = window.activeTextEditor ?? editor;
  equal(document.lineAt(selection.active.line).text.includes('4302'), true, 'the row of the same task');
});

async function renameFile(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  equal(await workspace.applyEdit(edit), true, `${from} becomes ${to}`);
}

function pathOf(location: Location | LocationLink): string {
  return 'targetUri' in location ? location.targetUri.path : location.uri.path;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
