import { commands, extensions, window } from 'vscode';
import { mergedLetterPlaybook, open, problemOn } from './editor';
import { equal, eventually, test } from './harness';

test('every contributed command exists', async () => {
  const extension = extensions.getExtension('fasttrack-playbook.fasttrack-playbook');
  const contributed: { command: string }[] = extension?.packageJSON.contributes.commands;
  const existing = await commands.getCommands(true);
  equal(
    contributed.filter(({ command }) => !existing.includes(command)),
    [],
    'commands nobody registered',
  );
});

test('after a restart of the server the problems come back', async () => {
  const { document } = await open(mergedLetterPlaybook);
  await problemOn(document, 'M FastTrack 工程师');
  await commands.executeCommand('playbook.restartServer');
  await problemOn(document, 'M FastTrack 工程师');
});

test('the page of a rule opens in the preview, without a network', async () => {
  const { document } = await open(mergedLetterPlaybook);
  const { code } = await problemOn(document, 'M FastTrack 工程师');
  const rule = typeof code === 'object' ? String(code.value) : '';
  await commands.executeCommand('playbook.openRulePage', rule);
  const shows = (): boolean => window.tabGroups.all.some((group) => group.tabs.some((tab) => tab.label.includes(rule)));
  await eventually(`a tab with the page of "${rule}"`, shows);
});
