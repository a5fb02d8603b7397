import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { root } from '../support/project.js';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly uses?: string }[] }>
  >;
}

interface Manifest {
  readonly engines: { readonly vscode: string; readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);

for (const path of workflows) {
  const steps = Object.values((parse(read(path)) as Workflow).jobs).flatMap((job) => job.steps);

  test(`${path} runs only scripts that exist`, () => {
    const commands = steps.flatMap(({ run = '' }) => run.split('\n'));
    const scripts = commands.flatMap((command) => /\bnpm run ([\w:]+)/.exec(command)?.slice(1) ?? []);
    assert.deepEqual(
      scripts.filter((name) => !(name in manifest.scripts)),
      [],
    );
    const files = commands.flatMap((command) => /\bnode (\S+\.mjs)/.exec(command)?.slice(1) ?? []);
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  test(`${path} uses actions of fixed versions`, () => {
    for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@v\d+$/);
  });
}

test('the release is tested in the oldest supported VS Code, and CI runs the oldest supported Node', () => {
  assert.ok(read('.github/workflows/release.yml').includes(`'${manifest.engines.vscode.replace('^', '')}'`));
  const [oldest = ''] = /\d+/.exec(manifest.engines.node) ?? [];
  assert.match(read('.github/workflows/ci.yml'), new RegExp(`node: \\[${oldest}, `));
});
