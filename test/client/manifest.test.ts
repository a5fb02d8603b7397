import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const strings: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));

test('every text of the manifest is in package.nls.json, and nothing else is', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(strings).sort());
});

test('every translation of the manifest has the keys of the English one', () => {
  for (const file of readdirSync('.').filter((name) => /^package\.nls\..+\.json$/.test(name))) {
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort(), Object.keys(strings).sort(), file);
  }
});

test('every contributed file exists', () => {
  const files: string[] = [
    ...contributes.snippets.map(({ path }: { path: string }) => path),
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.yamlValidation.map(({ url }: { url: string }) => url),
  ];
  assert.deepEqual(
    files.filter((file) => !existsSync(file)),
    [],
  );
});

test('the walkthrough has pictures, and runs and waits for commands that exist', () => {
  const known = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const ofVsCode = /^(?:workbench|editor)\.action/;
  for (const { steps } of contributes.walkthroughs)
    for (const { media, description, completionEvents } of steps) {
      assert.ok(existsSync(media.svg), media.svg);
      const text = strings[description.replaceAll('%', '')] ?? '';
      const run = [...text.matchAll(/\(command:([^)?]+)/g)].map(([, command = '']) => command);
      const awaited: string[] = completionEvents.flatMap(
        (event: string) => /^onCommand:(.*)$/.exec(event)?.slice(1) ?? [],
      );
      for (const command of [...run, ...awaited]) assert.ok(known.has(command) || ofVsCode.test(command), command);
      // VS Code shows a single asterisk as it is.
      assert.doesNotMatch(text, /(?<!\*)\*(?!\*)/);
      for (const [, title = ''] of text.matchAll(/\*\*Playbook: ([^*]+)\*\*/g))
        assert.ok(Object.values(strings).includes(title), title);
    }
});

test('the documents name only commands that exist', () => {
  const pages = ['README.md', 'client/README.md', 'CONTRIBUTING.md', 'samples/README.md'];
  const docs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  for (const page of [...pages, ...docs.map((name) => `docs/${name}`)])
    for (const [, title = ''] of readFileSync(page, 'utf8').matchAll(/\*Playbook: ([^*]+)\*/g))
      assert.ok(titlesOn(page).has(title.replace('…', '')), `${page}: ${title}`);
});

/** The titles in the language of the page, which its name ends with. */
function titlesOn(page: string): ReadonlySet<string> {
  const [, locale] = /\.([a-z-]+)\.md$/.exec(page) ?? [];
  const file = locale === undefined ? 'package.nls.json' : `package.nls.${locale}.json`;
  const titles: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
  return new Set(Object.values({ ...strings, ...titles }).map((title) => title.replace('…', '')));
}

test('commands sort as people search for them: what is on the page before what is everywhere', () => {
  const before = (one: string, other: string): void =>
    assert.ok((strings[one] ?? '').localeCompare(strings[other] ?? '', 'en') < 0, `${one} before ${other}`);
  before('command.fixAll', 'command.fixWorkspace');
  before('command.alignTable', 'command.alignAllTables');
  before('command.compactTable', 'command.compactAllTables');
});

test('every setting has a description, an order and a scope', () => {
  for (const [name, setting] of Object.entries<Record<string, unknown>>(contributes.configuration.properties)) {
    for (const property of ['markdownDescription', 'order', 'scope', 'default'])
      assert.ok(property in setting, `${name} has no ${property}`);
  }
});

test('every command belongs to the category Playbook', () => {
  for (const { command, category } of contributes.commands) {
    assert.equal(category, 'Playbook', command);
    assert.match(command, /^playbook\.[a-z][A-Za-z]+$/);
  }
});

test('every package is pinned to one version', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
  }
});
