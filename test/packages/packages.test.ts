import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { allRules } from '../../server/src/core/index.js';
import { LOCALES } from '../../server/src/messages/formatting/index.js';
import { readRuleHelp, SECTIONS } from '../../server/src/rule-help/index.js';
import { helpIn } from '../../server/src/shared/rule-help.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { TestClient } from '../support/lsp-client.js';
import { root } from '../support/project.js';

interface Manifest {
  readonly version: string;
  readonly icon?: string;
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly contributes: Readonly<Record<string, unknown>>;
}

const OUT = join(root, 'out/test-packages');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

before(() => {
  rmSync(OUT, { recursive: true, force: true });
  execFileSync(process.execPath, ['scripts/package.mjs', '--out', OUT], { cwd: root, stdio: 'pipe' });
});

describe('the extension', () => {
  const files = new Map<string, Uint8Array>();
  const read = (path: string): string => strFromU8(files.get(path) ?? new Uint8Array());

  before(() => {
    const path = join(OUT, `fasttrack-playbook-${version}.vsix`);
    assert.ok(statSync(path).size <= 1_800_000);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path))))
      if (name.startsWith('extension/')) files.set(name.slice('extension/'.length), bytes);
  });

  test('has everything that its manifest names', () => {
    const manifest = JSON.parse(read('package.json')) as Manifest;
    const paths = [...JSON.stringify(manifest.contributes).matchAll(/"((?:\.|client)\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    const named = [manifest.icon ?? 'no icon', manifest.main, manifest.browser, ...paths].map((path) =>
      posix.normalize(path),
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((path) => !files.has(path)),
      [],
    );
    for (const name of ['readme.md', 'changelog.md', 'LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'package.nls.json'])
      assert.ok(files.has(name), name);
  });

  test('has nothing that only its developers need', () => {
    const unwanted = [...files.keys()].filter((path) =>
      /\.map$|\.tsx?$|\.mjs$|(?:^|\/)(?:test|scripts|node_modules|samples|decisions)\//.test(path),
    );
    assert.deepEqual(unwanted, []);
    const manifest = JSON.parse(read('package.json')) as Record<string, unknown>;
    for (const name of ['scripts', 'devDependencies', 'dependencies', 'private'])
      assert.equal(manifest[name], undefined, name);
  });

  test('has the help of every rule in every language, and no other pages of rules', () => {
    const english = JSON.parse(read('dist/rule-help/en.json')) as Readonly<Record<string, string>>;
    for (const locale of LOCALES) {
      const help = JSON.parse(read(`dist/rule-help/${locale}.json`)) as Readonly<Record<string, string>>;
      const incomplete = allRules.filter(({ meta }) => {
        const sections = readRuleHelp(helpIn(help, english, meta.id) ?? '');
        return SECTIONS.filter((name) => sections.has(name)).length < 4;
      });
      assert.deepEqual(incomplete, [], locale);
    }
    assert.deepEqual(
      [...files.keys()].filter((path) => path.startsWith('docs/rules/')),
      [],
    );
  });

  test('has no link or picture on its page that leads nowhere', () => {
    for (const page of ['readme.md', 'changelog.md'])
      assert.deepEqual(
        targetsIn(read(page)).filter((target) => !/^https:|^#/.test(target)),
        [],
        page,
      );
  });

  test('has no broken link on its pages', () => {
    // The extension makes the pages of the rules.
    assert.deepEqual(brokenLinks([...files.keys(), 'docs/rules/README.md'], read), []);
  });

  test('names every package whose code it contains', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt');
    for (const name of ['vscode-languageclient', 'preact', 'yaml', 'micromark', 'fflate'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    assert.doesNotMatch(notices, /^(?:eslint|typescript|esbuild) \d/m);
  });
});

describe('the npm package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-package-'));
  const installed = join(folder, 'node_modules/fasttrack-playbook');
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(() => {
    const path = join(OUT, `fasttrack-playbook-${version}.tgz`);
    assert.ok(statSync(path).size <= 2_000_000);
    writeFileSync(join(folder, 'package.json'), '{}');
    inFolder('npm', ['install', '--offline', '--no-audit', '--no-fund', path]);
    writeFileSync(join(folder, 'page.md'), playbookWith(GOOD_ROW, BAD_ROW));
  });

  /** What the program prints. */
  const inFolder = (command: string, args: readonly string[], input = ''): string =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', input, shell: process.platform === 'win32' });

  test('needs no other package, and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
    for (const name of ['dependencies', 'devDependencies', 'scripts', 'private', 'contributes'])
      assert.equal(manifest[name], undefined, name);
    assert.deepEqual(manifest['engines'], { node: '>=20.20' });
    for (const name of ['README.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt'])
      assert.ok(existsSync(join(installed, name)), name);
  });

  test('has no broken link on its pages', () => {
    const read = (path: string): string => readFileSync(join(installed, path), 'utf8');
    const pages = ['README.md', 'docs/command-line.md', 'docs/configuration.md', 'docs/rules/README.md'];
    const missing = pages.flatMap((page) =>
      relativeTargets(page, read(page)).filter((target) => !existsSync(join(installed, target))),
    );
    assert.deepEqual(missing, []);
  });

  test('checks a page, and says where the page of each rule is', () => {
    assert.equal(inFolder('npx', ['--offline', 'playbook-lint', '--version']).trim(), version);
    const report = failing(() => inFolder('npx', ['--offline', 'playbook-lint', '--format', 'json', 'page.md']));
    const [problem] = (JSON.parse(report) as Report).files.flatMap(({ problems }) => problems);
    assert.equal(problem?.ruleId, 'task-mo-letter');
    assert.ok(existsSync(new URL(problem.docsUrl)), problem.docsUrl);
  });

  test('serves agents over standard input and output', () => {
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    };
    const answer = inFolder('npx', ['--offline', 'playbook-lint', '--mcp', '.'], `${JSON.stringify(message)}\n`);
    const { result } = JSON.parse(answer) as { readonly result: { readonly serverInfo: { readonly version: string } } };
    assert.equal(result.serverInfo.version, version);
  });

  test('serves an editor over standard input and output', async () => {
    const { bin } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
    const client = await TestClient.overStdio(join(installed, bin['playbook-language-server'] ?? ''), {
      initializationOptions: {},
    });
    await client.open('file:///site/page.md', playbookWith(GOOD_ROW, BAD_ROW));
    const problem = (await client.problems('file:///site/page.md')).find(({ code }) => code === 'task-mo-letter');
    assert.ok(existsSync(new URL(problem?.codeDescription?.href ?? '')), problem?.codeDescription?.href);
    await client.stop();
  });
});

interface Report {
  readonly files: readonly { readonly problems: readonly { readonly ruleId: string; readonly docsUrl: string }[] }[];
}

/** What a command prints that ends with exit code 1. */
function failing(command: () => string): string {
  try {
    command();
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
  assert.fail('The command must fail');
}

/** The targets of links and pictures. What is in code is an example. */
function targetsIn(text: string): string[] {
  const plain = text.replace(/^ *(`{3,})[^]*?^ *\1`*$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...plain.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

function relativeTargets(page: string, text: string): string[] {
  return targetsIn(text)
    .filter((target) => !/^(?:[a-z]+:|#)/i.test(target))
    .map((target) => posix.join(posix.dirname(page), target.replace(/#.*/, '')));
}

function brokenLinks(paths: readonly string[], read: (path: string) => string): string[] {
  return paths
    .filter((path) => path.startsWith('docs/') && path.endsWith('.md'))
    .flatMap((path) =>
      relativeTargets(path, read(path))
        .filter((target) => !paths.includes(target))
        .map((target) => `${path}: ${target}`),
    );
}
