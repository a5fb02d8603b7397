import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { createFormatter } from '../../server/src/messages/formatting/index.js';
import { readRuleHelp, rulePage } from '../../server/src/rule-help/index.js';
import { helpOf } from '../rule-help/files.js';
import { root } from '../support/project.js';

test('the list of rules is sorted and names each file in the folder', () => {
  const ids = allRules.map(({ meta }) => meta.id);
  assert.deepEqual(ids, [...ids].sort());
  const files = readdirSync(join(root, 'server/src/core/rules')).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts',
  );
  assert.deepEqual(files.map((file) => file.replace(/\.ts$/, '')).sort(), ids);
});

test('every page and every fixture belongs to a rule', () => {
  const ids = new Set(allRules.map(({ meta }) => meta.id));
  const pages = readdirSync(join(root, 'docs/rules'))
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
  const fixtures = readdirSync(join(root, 'test/rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(
    [...pages, ...fixtures].filter((id) => !ids.has(id)),
    [],
  );
});

test('docs/rules has the English page of every rule', () => {
  const { format } = createFormatter();
  const outdated = allRules.filter(({ meta }) => {
    const file = join(root, 'docs/rules', `${meta.id}.md`);
    const page = rulePage(meta, helpOf('en', meta.id), format);
    if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, page);
    return !existsSync(file) || readFileSync(file, 'utf8') !== page;
  });
  assert.deepEqual(
    outdated.map(({ meta }) => meta.id),
    [],
    'run npm test -- --update',
  );
});

test('the help of a rule explains each of its options', () => {
  const unexplained = allRules.flatMap(({ meta }) => {
    const options = readRuleHelp(helpOf('en', meta.id)).get('Options') ?? '';
    return Object.keys(meta.options.properties)
      .filter((option) => !options.includes(`\`${option}\``))
      .map((option) => `${meta.id}: ${option}`);
  });
  assert.deepEqual(unexplained, []);
});
