/** The samples in docs/command-line.md are what the program prints. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORMAT_NAMES } from '../../../server/src/cli/formats/index.js';
import { root } from '../../support/project.js';
import { runCli } from '../memory-host.js';
import { FIXABLE, runFormat } from './awkward-site.js';

const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
const files = (): Map<string, string> => new Map([['/site/pages/assess.md', FIXABLE]]);

/** The first code block below a heading. Links are shortened in it. */
function sampleBelow(heading: string): string {
  const [, section = ''] = page.split(`\n### ${heading}\n`);
  const [, code = ''] = /^```\w+\n([^]*?)^```$/m.exec(section) ?? [];
  return code.replaceAll('https://…/', 'https://site.test/');
}

test('each format has a sample', () => {
  for (const name of FORMAT_NAMES) {
    assert.ok(page.includes(`\n| \`${name}\` | `), name);
    assert.notEqual(sampleBelow(name), '', name);
  }
});

for (const name of ['text', 'full', 'github'] as const)
  test(name, async () => {
    assert.equal((await runFormat(name, ['.'], files())).stdout, sampleBelow(name));
  });

for (const name of ['json', 'rdjson'] as const)
  test(name, async () => {
    assert.deepEqual(JSON.parse((await runFormat(name, ['.'], files())).stdout), JSON.parse(sampleBelow(name)));
  });

test('sarif', async () => {
  const { stdout } = await runFormat('sarif', ['.'], files());
  const [run] = (JSON.parse(stdout) as { runs: [{ results: [{ ruleIndex: number }] }] }).runs;
  const sample = JSON.parse(sampleBelow('sarif')) as { ruleIndex: number };
  // New rules change the index.
  assert.deepEqual({ ...run.results[0], ruleIndex: 0 }, { ...sample, ruleIndex: 0 });
});

test('--diff', async () => {
  const { stdout } = await runCli(['--fix', '--diff', '.'], files());
  assert.equal(stdout, sampleBelow('See what would change'));
});
