import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { helpText } from '../../server/src/cli/help.js';
import { allRules, readConfig } from '../../server/src/core/index.js';
import { VERSION } from '../../server/src/workspace/index.js';
import { english } from '../support/english.js';
import { root } from '../support/project.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the examples in docs/configuration.md are valid configurations', () => {
  const examples = [...read('docs/configuration.md').matchAll(/^```jsonc?\n([^]*?)^```$/gm)].map(
    (match) => match[1] ?? '',
  );
  assert.ok(examples.length >= 2);
  for (const example of examples)
    assert.deepEqual(readConfig('.playbooklint.jsonc', example, allRules).problems, [], example);
});

test("docs/configuration.md explains all problems that aren't reported by a rule", () => {
  for (const id of ['configuration', 'file-encoding', 'file-not-text', 'file-too-large', 'too-many-problems'])
    assert.ok(read('docs/configuration.md').includes(`\n### ${id}\n`), id);
});

test('docs/command-line.md explains all options', () => {
  for (const [option] of helpText(english).matchAll(/--[a-z-]+/g))
    assert.ok(read('docs/command-line.md').includes(`\`${option}`), option);
});

test('the version in the code is the version in package.json', () => {
  assert.equal(VERSION, (JSON.parse(read('package.json')) as { version: string }).version);
});
