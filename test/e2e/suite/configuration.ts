import { ConfigurationTarget, workspace } from 'vscode';
import { mergedLetterPlaybook, open, problemOn, problemsOf, uriOf } from './editor';
import { eventually, test } from './harness';

test('switching the extension off in the settings clears the problems, switching it on brings them back', async () => {
  const { document } = await open(mergedLetterPlaybook);
  await problemOn(document, 'M FastTrack 工程师');
  const settings = workspace.getConfiguration('playbook');
  await settings.update('enable', false, ConfigurationTarget.Workspace);
  await eventually('no problems while it is off', () => problemsOf(document).length === 0);
  await settings.update('enable', undefined, ConfigurationTarget.Workspace);
  await problemOn(document, 'M FastTrack 工程师');
});

test('a configuration file that appears, changes and goes is followed', async () => {
  const { document } = await open(mergedLetterPlaybook);
  const { code } = await problemOn(document, 'M FastTrack 工程师');
  const rule = typeof code === 'object' ? String(code.value) : '';
  const config = uriOf('.playbooklint.json');
  const has = (): boolean =>
    problemsOf(document).some((problem) => typeof problem.code === 'object' && problem.code.value === rule);

  await workspace.fs.writeFile(config, new TextEncoder().encode(JSON.stringify({ rules: { [rule]: 'off' } })));
  await eventually(`"${rule}" to be off`, () => !has());
  await workspace.fs.delete(config);
  await eventually(`"${rule}" to be on again`, has);
});
