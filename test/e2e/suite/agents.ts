import { CancellationTokenSource, extensions, lm, workspace } from 'vscode';
import { cleanPlaybook, open } from './editor';
import { equal, eventually, test } from './harness';

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

const ours = ({ contributes }: Manifest): string[] => contributes.languageModelTools.map(({ name }) => name).sort();

test('agents find the tools where no server can run, and only there', async () => {
  await open(cleanPlaybook);
  const extension = await eventually('the extension to start', () =>
    extensions.all.find(({ id, isActive }) => id === 'fasttrack-playbook.fasttrack-playbook' && isActive),
  );
  const names = ours(extension.packageJSON as Manifest);
  const listed = (): string[] =>
    lm.tools
      .map(({ name }) => name)
      .filter((name) => names.includes(name))
      .sort();
  if (workspace.getConfiguration('playbookTests').get('extensionHost') === 'web') {
    await eventually('the tools to be listed', () => listed().length > 0);
    equal(listed(), names, 'the tools of the manifest');
    equal(await answerOf('playbook_explain_rule', { rule: 'task-mo-letter' }), true, 'the tool explains a rule');
  } else {
    const refusal = await answerOf('playbook_explain_rule', { rule: 'task-mo-letter' }).catch(() => 'refused');
    equal(refusal, 'refused', 'a tool that the server for agents has');
  }
});

/** Whether the tool answers with a text about the rule. */
async function answerOf(tool: string, input: object): Promise<boolean> {
  const { token } = new CancellationTokenSource();
  const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined }, token);
  return JSON.stringify(content).includes('task-mo-letter');
}
