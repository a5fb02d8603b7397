import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRulePage, type RulePageWindow } from '../../../client/src/common/rule-pages/open-rule-page.js';
import { contentOf, isPagePath, type PageTexts } from '../../../client/src/common/rule-pages/rule-page-source.js';

const ruleIds = ['task-mo-letter'];

/** The extension with one rule, and a server that answers with the help. */
const texts: PageTexts = {
  ruleIds,
  ruleHelp: () => Promise.resolve('help'),
  request: ({ rule, help }) => Promise.resolve({ page: `${rule ?? 'all rules'}: ${help}` }),
  file: (name) => Promise.resolve(new TextEncoder().encode(`file ${name}`)),
};

async function textAt(path: string): Promise<string | undefined> {
  assert.equal(isPagePath(path, ruleIds), (await contentOf(path, texts)) !== undefined, path);
  const content = await contentOf(path, texts);
  return content && new TextDecoder().decode(content);
}

test('pages are where their links lead: rules, the list of rules, and the documents of the extension', async () => {
  assert.equal(await textAt('/rules/task-mo-letter.md'), 'task-mo-letter: help');
  assert.equal(await textAt('/rules/README.md'), 'all rules: ');
  assert.equal(await textAt('/dialect.md'), 'file dialect.md');
  assert.equal(await textAt('/playbooklint.schema.json'), 'file playbooklint.schema.json');
  for (const path of [
    '/rules/unknown.md',
    '/rules/../../package.json',
    '/../package.json',
    '/images/a.md',
    '/rules',
    '/',
  ])
    assert.equal(await textAt(path), undefined, path);
});

/** What the command does, one line for each call. */
async function run(ruleId: unknown, source: PageTexts, picked?: string): Promise<string[]> {
  const done: string[] = [];
  const say = (what: string) => (text: string) => void done.push(`${what} ${text}`);
  const window: RulePageWindow = {
    pick: (question) => {
      say('pick')(question);
      return Promise.resolve(picked);
    },
    preview: ({ path, fragment = '' }) => Promise.resolve(say('preview')(`${path}#${fragment}`)),
    warn: say('warn'),
    fail: say('fail'),
  };
  await openRulePage(ruleId, source, window);
  return done;
}

test('the command opens the page of the rule, or asks for the rule', async () => {
  assert.deepEqual(await run('task-mo-letter', texts), ['preview /rules/task-mo-letter.md#']);
  assert.deepEqual(await run(undefined, texts, 'task-mo-letter'), [
    'pick Which rule?',
    'preview /rules/task-mo-letter.md#',
  ]);
  assert.deepEqual(await run(undefined, texts), ['pick Which rule?']);
  assert.deepEqual(await run('file-encoding', texts), ['preview /configuration.md#file-encoding']);
  assert.deepEqual(await run('nope', texts), ['warn Unknown rule "nope"']);
});

test('the command says why there is no page', async () => {
  const request = () => Promise.reject(new Error('The playbook server is not running.'));
  assert.deepEqual(await run('task-mo-letter', { ...texts, request }), [
    'fail The documentation of task-mo-letter could not be opened: The playbook server is not running.',
  ]);
});
