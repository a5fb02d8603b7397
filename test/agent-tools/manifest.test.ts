import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contributedTools } from '../support/agent-tool-manifest.js';
import { root } from '../support/project.js';

const file = join(root, 'package.json');

test('package.json contributes every tool, with its input', () => {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { contributes: Record<string, unknown> };
  if (process.env['UPDATE_FIXTURES'] !== undefined) {
    manifest.contributes['languageModelTools'] = contributedTools();
    writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
  }
  assert.deepEqual(manifest.contributes['languageModelTools'], contributedTools());
});
