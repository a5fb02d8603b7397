import { workspace, type Diagnostic, type Uri } from 'vscode';
import { cleanPlaybook, mergedLetterPlaybook, open, problemOn, problemsOf, replace } from './editor';
import { equal, eventually, test } from './harness';

test('the suite runs in the extension host it was sent to', async () => {
  const host = 'importScripts' in globalThis ? 'web' : 'node';
  equal(host, workspace.getConfiguration('playbookTests').get('extensionHost'), 'the extension host');
});

test('a playbook with a mistake shows it on its cell, with a rule and a link to its page', async () => {
  const { document } = await open(mergedLetterPlaybook);
  const problem = await problemOn(document, 'M FastTrack 工程师');
  const rule = ruleOf(problem);
  equal(/^[a-z]+(-[a-z]+)+$/.test(rule.id), true, `"${rule.id}" is a rule id`);
  equal(rule.page.query.includes(rule.id), true, `the link ${rule.page} leads to the page of "${rule.id}"`);
});

test('a playbook without a mistake shows none, until a bad letter is typed', async () => {
  const editor = await open(cleanPlaybook);
  await replace(editor, '| M |', '| X |');
  const problem = await problemOn(editor.document, 'X');
  equal(editor.document.getText(problem.range), 'X', 'the problem covers');
  await replace(editor, '| X |', '| M |');
  await eventually('no problem any more', () => problemsOf(editor.document).length === 0);
});

test('an ordinary Markdown page is left alone', async () => {
  const playbook = await open(mergedLetterPlaybook);
  const { document } = await open('README.md');
  // The playbook is checked again after the page was opened: an answer for the page would be there by then.
  await replace(await open(mergedLetterPlaybook), '评估网络', '评估 网络');
  await problemOn(playbook.document, 'M FastTrack 工程师');
  equal(problemsOf(document).length, 0, 'problems of README.md');
});

test('the samples show what they were written to show', async () => {
  const { document: faulty } = await open('samples/chinese/remediate-close-the-network-gaps-sc.md');
  await problemOn(faulty, 'O FastTrack 工程师');
  const { document: clean } = await open('samples/german/migrate-move-the-mailboxes-de.md');
  await open('samples/README.md');
  equal(problemsOf(clean).length, 0, 'problems of a clean sample');
});

function ruleOf(problem: Diagnostic): { id: string; page: Uri } {
  const { code } = problem;
  if (typeof code !== 'object') throw new Error(`The problem has no rule: ${JSON.stringify(problem)}`);
  return { id: String(code.value), page: code.target };
}
