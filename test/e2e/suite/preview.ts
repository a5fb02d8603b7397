import { commands, window, workspace, type Tab, type Uri } from 'vscode';
import { cleanPlaybook, open, uriOf } from './editor';
import { equal, eventually, test } from './harness';

const previews = (): Tab[] =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ label }) => /^(?:Tasks: |All Tasks$)/.test(label)));

/** As soon as the preview has read its tasks. */
async function exported(file: Uri, format: string): Promise<string> {
  const bytes = await eventually(`${format} of the tasks`, async () => {
    await commands.executeCommand('playbook.exportTasks', { format, target: 'file', file });
    try {
      return await workspace.fs.readFile(file);
    } catch {
      return undefined;
    }
  });
  return new TextDecoder().decode(bytes);
}

test('the task preview of a page opens beside it, once', async () => {
  await open(cleanPlaybook);
  await commands.executeCommand('playbook.openTaskPreview');
  await eventually('the preview', () => previews().length === 1);
  await open(cleanPlaybook);
  await commands.executeCommand('playbook.openTaskPreview');
  equal(
    previews().map(({ label, group }) => [label, group.viewColumn]),
    [[`Tasks: ${cleanPlaybook.replace(/^.*\//, '')}`, 2]],
    'the preview',
  );
});

test('its tasks go into a file and come back unchanged', async () => {
  await open(cleanPlaybook);
  await commands.executeCommand('playbook.openTaskPreview');
  const file = uriOf('tasks.csv');
  const before = new TextDecoder().decode(await workspace.fs.readFile(uriOf(cleanPlaybook)));
  const text = await exported(file, 'csv');
  equal(
    text
      .split('\r\n')
      .slice(0, 2)
      .map((line) => line.split(',')[6]),
    ['Task ID', '4301'],
    'the column of the IDs',
  );
  await commands.executeCommand('playbook.importTasks', file);
  equal(new TextDecoder().decode(await workspace.fs.readFile(uriOf(cleanPlaybook))), before, 'the page');
});

test('the tasks of all playbooks have a preview of their own', async () => {
  await commands.executeCommand('playbook.openWorkspaceTasks');
  const file = uriOf('tasks.json');
  const text = await exported(file, 'json');
  equal(
    [...text.matchAll(/"Language": ?"(\w+)"/g)].some(([, language]) => language === 'German'),
    true,
    'a German task',
  );
});
