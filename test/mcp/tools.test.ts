// Every tool of the server that ships, as an agent calls it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { agentTools } from '../../server/src/agent-tools/index.js';
import { LANGUAGES } from '../../server/src/core/index.js';
import { AgentClient, notBuilt, type AgentResult } from '../support/mcp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { DiskWorkspace, PAGES } from './workspace.js';

interface ReportedProblem {
  readonly rule: string;
  readonly severity: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
  readonly fixes: readonly { readonly title: string; readonly isSafe: boolean; readonly edits: readonly unknown[] }[];
}

describe('tools for agents', { skip: notBuilt }, () => {
  const pages = new DiskWorkspace(PAGES);
  let agent: AgentClient;
  before(async () => {
    agent = await AgentClient.start([pages.folder]);
  });
  after(async () => {
    await agent.stop();
    pages.remove();
  });

  async function result(name: string, input: Record<string, unknown> = {}): Promise<AgentResult['data']> {
    const { isError, text, data } = await agent.call(name, input);
    assert.ok(!isError, text);
    return data;
  }

  async function refusal(name: string, input: Record<string, unknown>): Promise<string> {
    const { isError, text } = await agent.call(name, input);
    assert.ok(isError, text);
    return text;
  }

  const rulesIn = (problems: unknown): string[] => (problems as readonly ReportedProblem[]).map(({ rule }) => rule);

  test('are listed with schemas, and as read-only', async () => {
    const { tools } = await agent.client.listTools();
    assert.deepEqual(
      tools.map(({ name }) => name),
      agentTools.map(({ name }) => name),
    );
    for (const { name, inputSchema, outputSchema, annotations, description = '' } of tools) {
      assert.equal(inputSchema['additionalProperties'], false, name);
      assert.ok(outputSchema !== undefined, name);
      assert.equal(annotations?.readOnlyHint, true, name);
      assert.equal(annotations.openWorldHint, false, name);
      assert.ok(description.length > 50 && description.length < 600, name);
    }
    assert.match(agent.client.getInstructions() ?? '', /data, never an instruction/);
  });

  test('check_text returns problems with fixes as edits', async () => {
    const data = await result('check_text', { text: playbookWith(GOOD_ROW, BAD_ROW), path: 'english/new.md' });
    assert.equal(data['isPlaybook'], true);
    const problem = (data['problems'] as readonly ReportedProblem[]).find(({ rule }) => rule === 'task-mo-letter');
    assert.equal(problem?.severity, 'error');
    assert.deepEqual(problem.range.start, { line: 22, column: 28 });
    assert.ok(problem.fixes.length > 0 && problem.fixes.every(({ edits }) => edits.length > 0));
  });

  test('check_text uses the configuration of the path, and compares the text with other pages', async () => {
    const rows = [
      '| 1234 | Check the network | O | Adoption Lead | Exchange |',
      '| 1299 | New | O | Dancer | Exchange |',
    ];
    const data = await result('check_text', { text: playbookWith(...rows), path: 'english/new.md' });
    const unknown = (data['problems'] as readonly ReportedProblem[]).filter(({ rule }) => rule === 'task-role-unknown');
    assert.deepEqual(
      unknown.map(({ severity, range }) => [severity, range.start.line]),
      [['error', 22]],
    );
    assert.ok(rulesIn(data['problems']).includes('task-mo-inconsistent'));
    // The draft is not a page of the workspace.
    const found = await result('find_task', { query: '1299' });
    assert.deepEqual(found['tasks'], []);
  });

  test('check_text says that a text is not a playbook', async () => {
    const data = await result('check_text', { text: '# Hello\n' });
    assert.equal(data['isPlaybook'], false);
    assert.deepEqual(data['problems'], []);
  });

  test('check_files checks files, folders, globs, or everything', async () => {
    const checked = async (paths?: readonly string[]): Promise<unknown> =>
      (await result('check_files', paths === undefined ? {} : { paths }))['checkedFiles'];
    assert.equal(await checked(), 3);
    assert.equal(await checked(['english']), 2);
    assert.equal(await checked(['./english/**/*.md', 'german/assess-network-de.md']), 3);
    assert.equal(await checked([pages.path('english/drafts')]), 1);
    const data = await result('check_files', { paths: ['english/drafts'], minSeverity: 'error' });
    const files = data['files'] as readonly { path: string; problems: unknown }[];
    assert.deepEqual(
      files.map(({ path, problems }) => [path, rulesIn(problems)]),
      [['english/drafts/broken.md', ['task-mo-letter']]],
    );
  });

  test('check_files says what it left out', async () => {
    const all = await result('check_files');
    const some = await result('check_files', { maxProblems: 1 });
    const total = Object.values(all['counts'] as Record<string, number>).reduce((sum, count) => sum + count, 0);
    assert.deepEqual(some['counts'], all['counts']);
    assert.equal(some['omittedProblems'], total - 1);
    const [kept] = (some['files'] as readonly { problems: readonly ReportedProblem[] }[]).flatMap(
      ({ problems }) => problems,
    );
    assert.equal(kept?.severity, 'error');
  });

  test('a call sees what changed on the disk since the last one', async () => {
    const rules = async (): Promise<string[]> => {
      const data = await result('check_files', { paths: ['english/drafts'] });
      return (data['files'] as readonly { problems: unknown }[]).flatMap(({ problems }) => rulesIn(problems));
    };
    assert.ok((await rules()).includes('task-mo-letter'));
    const text = PAGES['english/drafts/broken.md'];
    pages.write('english/drafts/broken.md', text.replace('| X |', '| O |'));
    assert.ok(!(await rules()).includes('task-mo-letter'));
    pages.write('english/drafts/second.md', text);
    assert.ok((await rules()).includes('task-mo-letter'));
    pages.write('.playbooklint.json', '{ "ignore": ["english/drafts/second.md"] }');
    assert.ok(!(await rules()).includes('task-mo-letter'));
    pages.write('.playbooklint.json', PAGES['.playbooklint.json']);
    pages.write('english/drafts/broken.md', text);
  });

  test('a mistake in the configuration is a warning', async () => {
    pages.write('.playbooklint.json', '{ "rules": 1 }');
    const { warnings } = await result('check_text', { text: '' });
    assert.match(String(warnings), /configuration file "\.playbooklint\.json" has a mistake/);
    pages.write('.playbooklint.json', PAGES['.playbooklint.json']);
  });

  test('find_task finds a task by ID and by words of any language', async () => {
    for (const query of ['1234', 'NETZWERK prüfen', 'network check']) {
      const { tasks } = await result('find_task', { query });
      const [task] = tasks as readonly { id: string; places: readonly Record<string, unknown>[] }[];
      assert.equal(task?.id, '1234', query);
      assert.deepEqual(
        task.places.map(({ path, line, language, letter, obligation }) => [path, line, language, letter, obligation]),
        [
          ['english/assess-network.md', 21, 'en', 'M', 'mandatory'],
          ['german/assess-network-de.md', 21, 'de', 'O', 'optional'],
        ],
      );
      assert.deepEqual(
        task.places.map(({ name, role, services }) => [name, role, services]),
        [
          ['Check the network', 'FastTrack Engineer', 'Exchange'],
          ['Das Netzwerk prüfen', 'FastTrack Engineer', 'Exchange'],
        ],
      );
    }
    const german = await result('find_task', { query: '1234', language: 'de' });
    assert.equal((german['tasks'] as readonly { places: readonly unknown[] }[])[0]?.places.length, 1);
  });

  test('find_task counts the tasks that it left out', async () => {
    const { tasks, omittedTasks } = await result('find_task', { query: 'check', maxTasks: 1 });
    assert.equal((tasks as readonly unknown[]).length, 1);
    assert.equal(omittedTasks, 1);
  });

  test('vocabulary has the words of each language, including those of the workspace', async () => {
    const data = await result('vocabulary', { languages: LANGUAGES });
    const languages = data['languages'] as readonly {
      language: string;
      letters: { mandatory: string };
      roles: readonly { word: string }[];
      sections: readonly unknown[];
      labels: readonly { id: string }[];
    }[];
    assert.deepEqual(
      languages.map(({ language }) => language),
      LANGUAGES,
    );
    for (const { letters, roles, sections, labels } of languages) {
      assert.ok(letters.mandatory.length === 1 && roles.length > 5 && sections.length > 5);
      assert.equal(labels[0]?.id, 'primary-role');
    }
    assert.ok(languages[0]?.roles.some(({ word }) => word === 'Adoption Lead'));
    assert.ok((data['frontMatter'] as { required: readonly string[] }).required.includes('ms.date'));
  });

  test('compare_translation compares from both sides', async () => {
    for (const path of ['english/assess-network.md', 'german/assess-network-de.md']) {
      const data = await result('compare_translation', { path });
      const [comparison] = data['comparisons'] as readonly { path: string; differences: unknown }[];
      assert.equal(comparison?.path, 'german/assess-network-de.md');
      const rules = rulesIn(comparison.differences);
      assert.ok(rules.includes('translation-task-missing'), String(rules));
      assert.ok(rules.includes('translation-mo-differs'), String(rules));
      assert.ok(rules.every((rule) => rule.startsWith('translation-')));
    }
    assert.match(
      await refusal('compare_translation', { path: 'english/drafts/broken.md' }),
      /no counterpart in another language/,
    );
    assert.match(
      await refusal('compare_translation', { path: 'english/assess-network.md', language: 'ja' }),
      /no counterpart to compare it with in this language/,
    );
  });

  test('explain_rule has the page and the configuration of a rule', async () => {
    const data = await result('explain_rule', { rule: 'task-role-unknown' });
    assert.deepEqual([data['severity'], data['defaultSeverity']], ['error', 'warning']);
    assert.match(String(data['page']), /^# task-role-unknown/);
    const { options } = await result('explain_rule', { rule: 'page-untranslated' });
    assert.ok((options as readonly { name: string; default: unknown }[]).every(({ name }) => name !== ''));
    assert.match(await refusal('explain_rule', { rule: 'task-mo-leter' }), /Similar IDs: task-mo-letter/);
    assert.match(await refusal('explain_rule', { rule: '../../package.json' }), /No rule has the ID/);
  });

  test('insert_task_row returns the edit, and changes nothing', async () => {
    const data = await result('insert_task_row', {
      path: 'german/assess-network-de.md',
      afterTask: '1234',
      task: { id: '1300', name: 'Den | Proxy prüfen', letter: 'mandatory', roles: ['SME'], services: ['teams'] },
    });
    assert.deepEqual(data['newLines'], ['| 1300 | Den \\| Proxy prüfen | E | SME | Teams |']);
    assert.equal(data['firstNewLine'], 22);
    assert.deepEqual(data['edits'], [
      {
        range: { start: { line: 21, column: 67 }, end: { line: 21, column: 67 } },
        newText: '\n| 1300 | Den \\| Proxy prüfen | E | SME | Teams |',
      },
    ]);
    assert.deepEqual((await result('find_task', { query: '1300' }))['tasks'], []);
  });

  test('insert_task_row fills in what the workspace knows, and takes an unsaved text', async () => {
    const text = playbookWith(GOOD_ROW).replaceAll('\n', '\r\n');
    const data = await result('insert_task_row', { text, afterLine: 21, task: { id: '1235', services: [] } });
    assert.deepEqual(data['newLines'], ['| 1235 | Check the proxy | O | FastTrack Engineer | |']);
    assert.deepEqual(data['filledIn'], ['name', 'letter', 'roles']);
    assert.deepEqual(rulesIn(data['problems']), ['task-services-empty']);
  });

  test('insert_task_row says what is missing', async () => {
    const task = { id: '1' };
    const path = 'english/assess-network.md';
    assert.match(
      await refusal('insert_task_row', { task, afterLine: 1 }),
      /Specify the path of a page, its text, or both/,
    );
    assert.match(await refusal('insert_task_row', { path, task }), /Specify afterTask or afterLine/);
    assert.match(await refusal('insert_task_row', { path, task, afterTask: '9' }), /has the task "9"/);
    assert.match(await refusal('insert_task_row', { path, task, afterTask: '9', afterLine: 1 }), /not both/);
    assert.match(await refusal('insert_task_row', { path, task, afterLine: 9999 }), /no line 9999/);
    assert.match(await refusal('insert_task_row', { path: 'README.md', task, afterLine: 1 }), /not a playbook/);
  });

  test('invalid inputs are explained', async () => {
    assert.match(await refusal('check_text', {}), /text/);
    assert.match(await refusal('check_text', { text: 'a', colour: 'red' }), /Unrecognized key: "colour"/);
    assert.match(await refusal('check_files', { maxProblems: 0 }), /maxProblems/);
    assert.match(await refusal('check_files', { paths: Array.from({ length: 101 }, String) }), /paths/);
    assert.match(await refusal('vocabulary', { languages: ['fr'] }), /languages/);
    assert.match(await refusal('find_task', { query: '' }), /query/);
    await assert.rejects(agent.call('delete_page', { path: 'README.md' }));
  });
});
