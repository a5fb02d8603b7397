import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { build, type Metafile } from 'esbuild';
import { Linter } from 'eslint';
import { absentGrayMatterExtras } from '../support/gray-matter-extras.js';
import { root } from '../support/project.js';

/**
 * The packages the core is built on. The rest of what is in its bundle are the packages that these need themselves;
 * none of them may reach for Node either.
 */
const ALLOWED = [
  'unified',
  'remark-parse',
  'remark-gfm',
  'remark-frontmatter',
  'mdast-util-gfm-footnote',
  'micromark-extension-gfm-footnote',
  'yaml',
  'gray-matter',
  'jsonc-parser',
  'get-east-asian-width',
  'htmlparser2',
  'entities',
  'zod',
];

test('the core bundles for a platform without any APIs', async () => {
  const { inputs, imports } = await bundleOf('server/src/core/index.ts');

  const ours = inputs.filter((input) => !input.startsWith('node_modules/'));
  assert.deepEqual(
    ours.filter((input) => !/^server\/src\/(?:core|messages)\/(?!formatting)/.test(input)),
    [],
    'the core imports a file from outside server/src/core and server/src/messages',
  );

  const outside = imports.filter(({ external }) => external === true).map(({ path }) => path);
  assert.deepEqual(outside, [], 'something is left to the platform');
  assert.deepEqual(
    imports.filter(({ path }) => isBuiltin(path)).map(({ path }) => path),
    [],
  );
});

test('the core itself imports only allowed packages', async () => {
  const { metafile } = await bundleOf('server/src/core/index.ts');
  const direct = Object.entries(metafile.inputs)
    .filter(([input]) => input.startsWith('server/src/core/'))
    .flatMap(([input, { imports }]) =>
      imports
        .filter(({ path }) => path.startsWith('node_modules/'))
        .map(({ path }) => `${packageOf(path)} in ${input}`),
    );
  assert.deepEqual(
    direct.filter((use) => !ALLOWED.includes(use.split(' ')[0] ?? '')),
    [],
  );
});

test('each package in the bundle is required by a package that we use', async () => {
  const { inputs } = await bundleOf('server/src/core/index.ts');
  const asked = new Set(withDependencies(ALLOWED));
  const packages = new Set(inputs.filter((input) => input.startsWith('node_modules/')).map(packageOf));
  assert.deepEqual(
    [...packages].filter((name) => !asked.has(name)),
    [],
  );
  for (const banned of ['vscode', 'vscode-languageserver', 'vscode-languageclient', 'vscode-uri'])
    assert.ok(!packages.has(banned), banned);
});

describe('the linter lets', () => {
  const ok = (file: string, from: string): void =>
    void test(`${file} import ${from}`, () => assert.deepEqual(refusals(file, from), []));
  const no = (file: string, from: string): void =>
    void test(`${file} not import ${from}`, () => assert.notDeepEqual(refusals(file, from), []));

  no('server/src/core/index.ts', '../workspace/index.js');
  ok('server/src/core/lint/rule.ts', '../../messages/index.js');
  no('server/src/core/lint/rule.ts', '../../messages/formatting/index.js');
  no('server/src/workspace/workspace.ts', '../messages/formatting/index.js');
  ok('server/src/cli/checker.ts', '../messages/formatting/index.js');
  no('server/src/messages/message.ts', '../core/index.js');
  no('server/src/core/text/span.ts', 'node:fs');
  no('server/src/core/parse/row.ts', 'fs');
  no('server/src/core/parse/row.ts', '../rules/index.js');
  no('server/src/core/lint/linter.ts', '../rules/index.js');
  no('server/src/core/rules/task-id-format.ts', 'vscode-languageserver');
  no('server/src/core/rules/task-id-format.ts', '../../workspace/workspace.js');
  no('server/src/core/rules/task-id-format.ts', '../parse/playbook.js');
  ok('server/src/core/rules/task-id-format.ts', '../lint/rule.js');
  ok('server/src/core/parse/front-matter.ts', 'gray-matter');
  no('server/src/core/features/links.ts', '../parse/playbook.js');
  no('server/src/core/features/links.ts', '../rules/index.js');
  ok('server/src/core/features/links.ts', '../workspace-index/index-reader.js');
  no('server/src/workspace/workspace.ts', 'node:fs');
  no('server/src/workspace/workspace.ts', '../lsp/index.js');
  no('server/src/workspace/workspace.ts', 'vscode-languageserver');
  no('server/src/workspace/workspace.ts', '../core/parse/playbook.js');
  ok('server/src/workspace/workspace.ts', '../core/index.js');
  no('server/src/lsp/server.ts', 'node:fs');
  no('server/src/lsp/session/wanted-facts.ts', '../../cache/cache-folder.js');
  no('server/src/workspace/kept-facts.ts', '../cache/index-file.js');
  ok('server/src/lsp/server.ts', './features.js');
  no('server/src/lsp/session/session.ts', 'node:fs');
  no('server/src/lsp/session/session.ts', '../convert/to-lsp.js');
  ok('server/src/lsp/session/session.ts', '../../protocol/index.js');
  ok('server/src/lsp/convert/places.ts', '../session/session.js');
  no('server/src/lsp/convert/places.ts', '../diagnostics/diagnostics.js');
  no('server/src/lsp/diagnostics/diagnostics.ts', '../handlers/hover.js');
  no('server/src/lsp/handlers/hover.ts', '../server.js');
  ok('server/src/lsp/handlers/hover.ts', '../../core/index.js');
  no('server/src/protocol/index.ts', 'vscode-languageserver');
  no('server/src/cli/run.ts', '../lsp/index.js');
  ok('server/src/cli/run.ts', '../workspace/index.js');
  ok('server/src/agent-tools/tools/check-text.ts', '../../core/index.js');
  no('server/src/agent-tools/tools/check-text.ts', 'node:fs');
  no('server/src/agent-tools/workspace-pages.ts', '../disk/read-file.js');
  no('server/src/agent-tools/answer.ts', '@modelcontextprotocol/server');
  ok('server/src/mcp/playbook-server.ts', '@modelcontextprotocol/server');
  no('server/src/mcp/playbook-server.ts', '../core/index.js');
  ok('server/src/rule-help/rule-page.ts', '../core/index.js');
  no('server/src/rule-help/rule-page.ts', 'node:fs');
  ok('server/src/lsp/handlers/agent-tools.ts', '../../agent-tools/index.js');
  no('server/src/lsp/session/session.ts', '../../agent-tools/index.js');
  ok('server/src/cli/engine.ts', '../mcp/main.js');
  no('server/src/cli/run.ts', '../agent-tools/index.js');
  no('client/src/common/activate.ts', '../../../server/src/core');
  no('client/src/common/commands/fix-all.ts', '../../../../server/src/lsp/session/session');
  ok('client/src/common/commands/fix-all.ts', '../../../../server/src/protocol');
  ok('client/src/common/host-requests.ts', '../../../server/src/shared/limits');
  ok('client/src/common/activate.ts', 'vscode');
  no('client/webviews/report/view.ts', 'vscode');
  no('client/webviews/report/view.ts', '../../src/common/server-lifecycle');
  ok('client/webviews/report/view.ts', './protocol/messages');
  no('client/webviews/preview/app.tsx', '../../src/common/preview/preview-panel');
  no('client/webviews/preview/protocol/messages.ts', '../app');
  no('client/webviews/preview/columns/role.ts', '../../shared/texts');
  ok('client/webviews/preview/columns/role.ts', '../../../../server/src/messages/index');
  no('client/src/common/preview/preview-panel.ts', '../../../webviews/preview/app');
  ok('client/src/common/preview/preview-panel.ts', '../../../webviews/preview/protocol/messages');
});

/** What eslint.config.js has against an import of `from` in `file`. */
function refusals(file: string, from: string): string[] {
  const config = createRequire(join(root, 'package.json'))('./eslint.config.js') as Linter.Config[];
  const walls = config.filter(({ name }) => name?.startsWith('wall/') === true);
  return new Linter({ cwd: root })
    .verify(`import ${JSON.stringify(from)};`, walls, join(root, file))
    .map(({ message }) => message);
}

test('the protocol imports nothing', async () => {
  const { inputs } = await bundleOf('server/src/protocol/index.ts');
  assert.deepEqual(
    inputs.filter((input) => !input.startsWith('server/src/protocol/')),
    [],
  );
});

test('the browser edition has nothing that reads or writes a disk', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/browser/main.ts'],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    packages: 'external',
    logLevel: 'silent',
  });
  const inputs = Object.keys(metafile.inputs).map((input) => input.split(sep).join('/'));
  assert.ok(inputs.includes('server/src/workspace/kept-facts.ts'));
  assert.deepEqual(
    inputs.filter((input) => /^server\/src\/(?:cache|cli|disk|node)\//.test(input)),
    [],
  );
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  assert.deepEqual(
    imports.filter((path) => isBuiltin(path)),
    [],
  );
});

/** The most that the first file of the command line has, in bytes: it is read for every command. */
const MOST_BYTES_AT_START = 16_000;

test('the command line starts with a small file, without the core', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/cli/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'es2022',
    external: ['./engine.js'],
    logLevel: 'silent',
  });
  const [output] = Object.values(metafile.outputs);
  assert.ok(output);
  assert.ok(output.bytes <= MOST_BYTES_AT_START, `${output.bytes} bytes`);
  const used = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const others = used
    .map(([input]) => input.split(sep).join('/'))
    .filter((input) => !/^server\/src\/(?:cache|cli|disk|messages|shared)\//.test(input));
  assert.deepEqual(others.sort(), [
    'server/src/core/lint/docs-url.ts',
    'server/src/core/lint/version.ts',
    'server/src/workspace/local-date.ts',
  ]);
  // The parts of Node take time to load too: none of promises, streams, or child processes.
  const imports = (later: boolean): string[] =>
    [
      ...new Set(output.imports.filter(({ kind }) => (kind === 'dynamic-import') === later).map(({ path }) => path)),
    ].sort();
  assert.deepEqual(imports(false), ['node:crypto', 'node:fs', 'node:os', 'node:path', 'node:url']);
  assert.deepEqual(imports(true), ['./engine.js', 'node:v8']);
});

interface Bundle {
  readonly metafile: Metafile;
  readonly inputs: readonly string[];
  readonly imports: readonly { readonly path: string; readonly external?: boolean }[];
}

/** What a bundle of `entry` is made of. Fails when an import cannot be resolved without a platform. */
async function bundleOf(entry: string): Promise<Bundle> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module', 'default'],
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [absentGrayMatterExtras],
  });
  return {
    metafile,
    inputs: Object.keys(metafile.inputs).map((input) => input.split(sep).join('/')),
    imports: Object.values(metafile.inputs).flatMap(({ imports }) => imports),
  };
}

/** `node_modules/a/node_modules/@b/c/x.js` is of `@b/c`. */
function packageOf(path: string): string {
  const parts = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/');
  return parts[0]?.startsWith('@') === true ? `${parts[0]}/${parts[1] ?? ''}` : (parts[0] ?? '');
}

/** `names` and all that their package.json asks for, all the way down. */
function withDependencies(names: readonly string[]): string[] {
  const all = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (all.has(name)) continue;
    all.add(name);
    waiting.push(...dependenciesOf(name));
  }
  return [...all];
}

function dependenciesOf(name: string): string[] {
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    return Object.keys(manifest.dependencies ?? {});
  } catch {
    return []; // Not hoisted; its own dependencies are then not ours to judge by name.
  }
}
