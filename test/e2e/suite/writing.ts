import { commands, Range, Selection, TabInputWebview, window, workspace, type TextEditor } from 'vscode';
import { cleanPlaybook, mergedLetterPlaybook, open, problemOn, problemsOf, replace, uriOf } from './editor';
import { equal, eventually, test } from './harness';

const first = '| 4301 | Network - measure each site | M | FastTrack Engineer | Core Onboarding |';
const second = '| 4302 | Network - review the results | O | FastTrack Engineer | Core Onboarding |';

interface Case {
  readonly command: string;
  readonly argument?: unknown;
  /** Where the caret is. */
  readonly at: string;
  /** What the page then has. */
  readonly shows: string;
}

const now = new Date();
const digits = (number: number): string => String(number).padStart(2, '0');

const cases: readonly Case[] = [
  { command: 'moveTaskDown', at: '4301', shows: `${second}\n${first}` },
  { command: 'moveTaskUp', at: '4302', shows: `${second}\n${first}` },
  { command: 'deleteTask', at: '4301', shows: `-------- |\n${second}\n` },
  { command: 'toggleMandatory', at: '4302', shows: second.replace('| O |', '| M |') },
  { command: 'alignTable', at: '4301', shows: '| 4301    | Network - measure each site  |' },
  { command: 'alignAllTables', at: '# Assess', shows: '| 3/02/2020 | Robin Field | Playbook created |' },
  {
    command: 'compactTable',
    at: '4301',
    shows:
      '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n| --- | --- | :-: | --- | --- |',
  },
  { command: 'compactAllTables', at: '# Assess', shows: '| Date | Who Changed | What Changed |\n| --- | --- | --- |' },
  {
    command: 'insertTaskRow',
    argument: {
      taskId: '4310',
      taskName: 'Ask',
      mo: 'optional',
      roles: ['fasttrack-manager'],
      services: ['teams', 'exchange'],
    },
    at: '4301',
    shows: `${first}\n| 4310 | Ask | O | FastTrack Manager | Exchange / Teams |\n${second}`.replace(
      'Exchange / Teams',
      'Teams / Exchange',
    ),
  },
  { command: 'insertTaskTable', argument: { taskId: '4310' }, at: 'Overview', shows: '| 4310 | | | | |' },
  {
    command: 'insertStep',
    argument: { title: 'Plan', roles: ['fasttrack-manager'], services: ['teams'] },
    at: '4301',
    shows: '### Plan\n\nPrimary Role: **FastTrack Manager**  \nApplies To: **Teams**\n',
  },
  {
    command: 'addRefreshRow',
    argument: { date: '2026-11-21', author: 'Ada North', text: 'Added a step' },
    at: '4301',
    shows: '| 11/21/2026 | Ada North | Added a step |\n| 3/02/2020',
  },
  {
    command: 'updateDate',
    at: '4301',
    shows: `\nms.date: ${digits(now.getMonth() + 1)}/${digits(now.getDate())}/${now.getFullYear()}\n`,
  },
  {
    command: 'pasteTaskRows',
    argument: { text: 'Task ID\tTask Name\n4310\tAsk\n4311\tTell\n' },
    at: '4301',
    shows: `${first}\n| 4310 | Ask | | | |\n| 4311 | Tell | | | |\n${second}`,
  },
];

for (const { command, argument, at, shows } of cases) {
  test(`playbook.${command} writes what it should, and one undo takes it back`, async () => {
    const editor = await open(cleanPlaybook);
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const before = editor.document.getText();
    caretAt(editor, at);
    await commands.executeCommand(`playbook.${command}`, argument);
    equal(editor.document.getText().includes(shows), true, `it shows ${shows}\nin ${editor.document.getText()}`);
    await commands.executeCommand('undo');
    equal(editor.document.getText(), before, 'after one undo');
  });
}

test('tasks are sorted, and a pipe is escaped, where they have to be', async () => {
  const editor = await open(cleanPlaybook);
  caretAt(editor, '4301');
  await commands.executeCommand('playbook.moveTaskDown');
  await commands.executeCommand('playbook.sortTasks');
  equal(editor.document.getText().includes(`${first}\n${second}`), true, 'the rows are in order');
  const at = editor.document.positionAt(editor.document.getText().indexOf('measure'));
  await editor.edit((edit) => edit.insert(at, 'a|b '));
  editor.selection = new Selection(at.translate(0, 1), at.translate(0, 2));
  await commands.executeCommand('playbook.escapePipe');
  equal(editor.document.lineAt(at.line).text.includes('a\\|b measure'), true, editor.document.lineAt(at.line).text);
});

test('a row that is inserted has the caret in its first empty cell', async () => {
  const editor = await open(cleanPlaybook);
  caretAt(editor, '4301');
  await commands.executeCommand('playbook.insertTaskRow', { taskId: '4310' });
  equal(
    editor.document.getText(new Range(editor.selection.start.with({ character: 0 }), editor.selection.start)),
    '| 4310 | ',
    'before the caret',
  );
});

test('a new playbook opens, without a problem', async () => {
  await commands.executeCommand('playbook.newPlaybook', {
    kind: 'process',
    language: 'de',
    title: 'Netzwerk',
    audience: 'internal',
    phase: 'assess',
    owner: 'v-ada',
    author: 'Ada North',
  });
  const editor = window.activeTextEditor;
  if (editor === undefined) throw new Error('no editor');
  const { document } = editor;
  equal([document.uri.scheme, document.languageId], ['untitled', 'markdown'], 'the document');
  equal(document.getText().includes('\n# Netzwerk\n\nPhase: **'), true, document.getText());
  // A mistake that is seen and goes: an answer for the page as it was would be there by then.
  await replace(editor, 'ft.audience: internal', 'ft.audience: nobody');
  await problemOn(document, 'nobody');
  await replace(editor, 'ft.audience: nobody', 'ft.audience: internal');
  await eventually('no problem', () => problemsOf(document).length === 0);
});

test('the effective configuration is shown as a page, with its source', async () => {
  const config = uriOf('.playbooklint.json');
  await workspace.fs.writeFile(config, new TextEncoder().encode(JSON.stringify({ rules: { 'heading-space': 'off' } })));
  const shown = (): string =>
    workspace.textDocuments.find(({ uri }) => uri.scheme === 'playbook-configuration')?.getText() ?? '';
  await eventually('the rule to be off', async () => {
    await open(cleanPlaybook);
    await commands.executeCommand('playbook.showConfiguration');
    return (
      shown().includes('| heading-space | off |  | `.playbooklint.json` |') &&
      shown().includes('| playbook.maxProblems | `1000` | default |')
    );
  });
  await eventually('the Markdown preview', () => {
    const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
    return input instanceof TabInputWebview && input.viewType.includes('markdown.preview');
  });
});

test('every safe fix of the workspace is made at once', async () => {
  await commands.executeCommand('playbook.fixWorkspace', { preview: false });
  const text = (await workspace.openTextDocument(uriOf(mergedLetterPlaybook))).getText();
  equal(/\| *M *\| *FastTrack 工程师 *\|/.test(text), true, text);
  const { document } = await open(cleanPlaybook);
  equal(document.isDirty, false, 'a page without a problem is not changed');
});

function caretAt(editor: TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text));
  editor.selection = new Selection(at, at);
}
