import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { helpText } from '../../server/src/cli/help.js';
import { allRules, LANGUAGES, readConfig } from '../../server/src/core/index.js';
import { runCli } from '../cli/memory-host.js';
import { english } from '../support/english.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';

interface Manifest {
  readonly version: string;
  readonly homepage: string;
  readonly repository: { readonly url: string };
  readonly bugs: { readonly url: string };
  readonly main: string;
  readonly browser: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly vscode: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, { readonly default?: unknown; readonly scope?: string }>>;
    };
    readonly grammars?: readonly {
      readonly scopeName: string;
      readonly path: string;
      readonly injectTo?: readonly string[];
    }[];
    readonly snippets?: readonly { readonly language: string; readonly path: string }[];
    readonly jsonValidation: readonly { readonly url: string }[];
  };
}

/** What a script exports. */
interface Address {
  readonly publicFiles: (manifest: { readonly homepage: string }) => string | undefined;
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;

describe('package.json', () => {
  test('injects the grammar into Markdown', () => {
    const grammar = contributes.grammars?.find(({ path }) => path === './syntaxes/playbook.tmLanguage.json');
    assert.deepEqual(grammar?.injectTo, ['text.html.markdown']);
    assert.equal(
      grammar?.scopeName,
      (JSON.parse(read('syntaxes/playbook.tmLanguage.json')) as { scopeName: string }).scopeName,
    );
  });

  test('offers the snippets of every language in Markdown', () => {
    const snippets = (contributes.snippets ?? [])
      .filter(({ language }) => language === 'markdown')
      .map(({ path }) => path);
    assert.deepEqual([...snippets].sort(), LANGUAGES.map((language) => `./snippets/${language}.json`).sort());
  });

  test('names only files that exist', () => {
    const files = [
      ...(contributes.grammars ?? []).map(({ path }) => path),
      ...(contributes.snippets ?? []).map(({ path }) => path),
      ...contributes.jsonValidation.map(({ url }) => url),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  test('has a text for each %key%, and a %key% for each text', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '').sort();
    assert.deepEqual(Object.keys(JSON.parse(read('package.nls.json')) as object).sort(), [...new Set(used)]);
  });

  test('starts files that the build creates', () => {
    const build = read('esbuild.js');
    for (const file of [manifest.main, manifest.browser, ...Object.values(manifest.bin)]) {
      assert.ok(build.includes(`'${file.replace(/^\.\//, '')}'`), `esbuild.js does not make ${file}`);
    }
  });

  test('runs only scripts that exist', () => {
    const scripts = Object.values(manifest.scripts).flatMap((command) => /^node ([\w./-]+)/.exec(command)?.[1] ?? []);
    assert.deepEqual(
      scripts.filter((file) => !existsSync(join(root, file))),
      [],
    );
  });

  test('needs no package at run time: the bundles contain them', () => {
    assert.equal(manifest.dependencies, undefined);
  });

  test('pins every package', () => {
    const versions = Object.entries(manifest.devDependencies);
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)).map(([name]) => name),
      [],
    );
  });

  test('uses one release for the client and server of the language protocol', () => {
    assert.equal(manifest.devDependencies['vscode-languageclient'], manifest.devDependencies['vscode-languageserver']);
  });

  test('requires no newer editor than its types describe', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode'] ?? ''}`);
  });

  test('gives every setting a default', () => {
    const { properties } = contributes.configuration;
    assert.deepEqual(
      Object.keys(properties).filter(
        (name) => !name.startsWith('playbook.') || properties[name]?.default === undefined,
      ),
      [],
    );
  });

  test('has its version in the changelog, or is the next one', () => {
    const [next = '', ...releases] = [...read('CHANGELOG.md').matchAll(/^## \[([^\]]+)\]/gm)].map(
      ([, name = '']) => name,
    );
    const isNext = next === 'Unreleased' && compareReleases(manifest.version, releases[0] ?? '') > 0;
    assert.ok(isNext || next === manifest.version, `CHANGELOG.md begins with ${next}`);
  });

  test('has no rule that is newer than its version', () => {
    const newer = allRules.filter(({ meta }) => compareReleases(meta.since, manifest.version) > 0);
    assert.deepEqual(
      newer.map(({ meta }) => meta.id),
      [],
    );
  });

  test('names one address: the repository and the place for bugs are below the homepage', () => {
    const { homepage, repository, bugs } = manifest;
    assert.equal(repository.url, `${homepage}.git`);
    assert.equal(bugs.url, `${homepage}/issues`);
  });

  test('an address that can exist is published, and a placeholder never', async () => {
    const address = (await import(pathToFileURL(join(root, 'scripts/package/address.cjs')).href)) as Address;
    const filesAt = (homepage: string): string | undefined => address.publicFiles({ homepage });
    assert.equal(filesAt('https://github.com/a/b'), 'https://github.com/a/b/blob/main/');
    for (const host of ['playbook.invalid', 'example.com', 'www.example.org', 'localhost', 'a.test'])
      assert.equal(filesAt(`https://${host}/a/b`), undefined, host);
  });
});

describe('README.md', () => {
  const readme = read('README.md');
  const [, example = ''] = /```jsonc\n([^]*?)```/.exec(readme) ?? [];

  test('installs the packages of this version', () => {
    for (const page of ['README.md', 'docs/ci.md']) {
      const versions = [...read(page).matchAll(/fasttrack-playbook-([\d.]+)\.(?:tgz|vsix)/g)].map(([, found]) => found);
      assert.deepEqual([...new Set(versions)], [manifest.version], page);
    }
  });

  test('names only options that the command line has', () => {
    const [, section = ''] = /\n## On the command line\n([^]*?)\n## /.exec(readme) ?? [];
    const options = [...section.matchAll(/playbook-lint[^\n`]*?(--[\w-]+)/g)].map((match) => match[1] ?? '');
    assert.ok(options.length > 3);
    assert.deepEqual(
      options.filter((option) => !helpText(english).includes(option)),
      [],
    );
  });

  test('shows a valid configuration', () => {
    assert.deepEqual(readConfig('.playbooklint.jsonc', example, allRules).problems, []);
    assert.ok(example.includes('"rules"'));
  });

  test('shows a configuration that does what it says when it is copied', async () => {
    const page = playbookWith(GOOD_ROW.replace('FastTrack Engineer', 'Adoption Lead'));
    const lint = async (config: string): Promise<string> => {
      const files = new Map([
        ['/site/page.md', page],
        ['/site/archive/old.md', playbookWith(BAD_ROW)],
        ['/site/.playbooklint.json', config],
      ]);
      return (await runCli(['.'], files)).stdout;
    };
    assert.match(await lint('{}'), /task-role-unknown/);
    assert.match(await lint(example), /^1 playbook checked: no problems/m);
  });
});

test('docs/editor.md names every setting', () => {
  for (const name of Object.keys(contributes.configuration.properties))
    assert.ok(read('docs/editor.md').includes(`\`${name}\``), name);
});

test('the documents link only to files that exist', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    ...markdownIn('docs'),
    ...markdownIn('agents'),
  ];
  const broken = pages.flatMap((page) => {
    // What stands in code is an example.
    const text = read(page)
      .replace(/^(`{3,})[^]*?^\1$/gm, '')
      .replace(/`[^`\n]*`|\\./g, '');
    const targets = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    return targets
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page}: ${target}`);
  });
  assert.deepEqual(broken, []);
});

function compareReleases(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}
