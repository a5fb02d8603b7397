import { commands, window, workspace, type Uri } from 'vscode';
import { cleanPlaybook, uriOf } from './editor';
import { equal, eventually, test } from './harness';

async function exported(format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const target = uriOf(`front-matter.${format}`);
  await commands.executeCommand('playbook.exportReport', { kind: 'metadata', format, target });
  return workspace.fs.readFile(target);
}

test('the front matter of every playbook is exported as CSV', async () => {
  const text = new TextDecoder().decode(await exported('csv'));
  equal(text.startsWith('File,title,'), true, 'the header');
  equal(text.includes(`\r\n${cleanPlaybook},`), true, 'a row for a playbook');
});

test('and as a workbook', async () => {
  equal(
    [...(await exported('xlsx')).slice(0, 2)].map((byte) => String.fromCharCode(byte)).join(''),
    'PK',
    'how a workbook begins',
  );
});

test('an export that was not edited changes nothing, and asks nothing', async () => {
  const file: Uri = uriOf('unchanged.csv');
  await workspace.fs.writeFile(file, await exported('csv'));
  const before = new TextDecoder().decode(await workspace.fs.readFile(uriOf(cleanPlaybook)));
  await commands.executeCommand('playbook.importMetadata', file);
  equal(new TextDecoder().decode(await workspace.fs.readFile(uriOf(cleanPlaybook))), before, 'the page');
});

test('each report opens in a tab of its own, once', async () => {
  const reports = ['Task', 'Translation', 'Metadata'];
  for (const name of [...reports, ...reports]) await commands.executeCommand(`playbook.open${name}Report`);
  const labels = (): string[] =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs.map(({ label }) => label))
      .filter((label) => label.startsWith('Playbook '));
  await eventually('three tabs', () => labels().length === 3);
  equal(labels(), ['Playbook Tasks', 'Playbook Translations', 'Playbook Front Matter'], 'their names');
});
