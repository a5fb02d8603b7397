import { commands, ConfigurationTarget, workspace } from 'vscode';
import {
  apply,
  lineWith,
  mergedLetterPlaybook,
  noProblemOnLine,
  open,
  problemOn,
  quickFixesFor,
  uriOf,
} from './editor';
import { equal, eventually, test } from './harness';

const merged = '| M FastTrack 工程师 |';
const split = /\| *M *\| *FastTrack 工程师 *\|/;

test('a quick fix repairs the cell', async () => {
  const editor = await open(mergedLetterPlaybook);
  const problem = await problemOn(editor.document, 'M FastTrack 工程师');
  const [fix] = await eventually('a quick fix', async () => {
    const fixes = await quickFixesFor(editor.document, problem);
    return fixes.length > 0 && fixes;
  });
  if (!fix) throw new Error('no quick fix');
  const line = lineWith(editor.document, '4301');
  await apply(editor, fix);
  equal(split.test(editor.document.lineAt(line).text), true, `the row is now "${editor.document.lineAt(line).text}"`);
  await noProblemOnLine(editor.document, line);
});

test('the fix-all command repairs every safe problem', async () => {
  const editor = await open(mergedLetterPlaybook);
  await problemOn(editor.document, 'M FastTrack 工程师');
  await commands.executeCommand('playbook.fixAll');
  await eventually('the cell to be repaired', () => split.test(editor.document.getText()));
});

test('fix-all runs on save when the author asked for it', async () => {
  const settings = workspace.getConfiguration('editor');
  await settings.update('codeActionsOnSave', { 'source.fixAll.playbook': 'explicit' }, ConfigurationTarget.Workspace);
  const { document } = await open(mergedLetterPlaybook);
  await problemOn(document, 'M FastTrack 工程师');
  await commands.executeCommand('workbench.action.files.save');
  await eventually('the saved text to be repaired', async () => {
    const saved = new TextDecoder().decode(await workspace.fs.readFile(uriOf(mergedLetterPlaybook)));
    return !saved.includes(merged) && split.test(saved);
  });
});
