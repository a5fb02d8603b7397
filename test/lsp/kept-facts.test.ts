/** The facts about pages that the language server keeps for its next session: they make it faster, and change nothing else. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { clearCache } from '../../server/src/cache/cache-folder.js';
import { TextFactsFiles } from '../../server/src/node/text-facts-files.js';
import type { FactsWriter, KnownFacts } from '../../server/src/workspace/index.js';
import { pageUri, ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { FULL_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { cacheIn } from '../support/own-cache.js';
import { root } from '../support/project.js';
import { RandomChanges, type Files } from './random-changes.js';

const top = mkdtempSync(join(tmpdir(), 'playbook-kept-'));
after(() => rmSync(top, { recursive: true, force: true }));

const PAGE = pageUri(0);
const CONFIG = `${ROOT}/.playbooklint.json`;
/** The files that are read: 29 pages beside the open one, the catalogue, and the tables of contents. */
const FILES = 36;
const TOCS = 6;
/** If at least so many files had to be parsed, the facts are written. */
const FEWEST = 20;

/** Facts in a folder, and how they are used. */
class WatchedFacts extends TextFactsFiles {
  /** How many files were known, and how many had to be parsed. */
  known = 0;
  parsed = 0;
  openFiles = 0;
  written = 0;

  override async open(folders: readonly string[]): Promise<KnownFacts> {
    const known = await super.open(folders);
    this.openFiles++;
    return {
      factsOf: (path, text, vocabularyKey) => {
        const facts = known?.factsOf(path, text, vocabularyKey);
        if (facts === undefined) this.parsed++;
        else this.known++;
        return facts;
      },
      close: () => {
        this.openFiles--;
        known?.close();
      },
    };
  }

  override async replace(folders: readonly string[]): Promise<FactsWriter | undefined> {
    const writer = await super.replace(folders);
    return writer && { ...writer, discard: () => (writer.discard(), void this.written++) };
  }
}

/** An author who opens the same folder again and again. */
class Author {
  readonly files: Files;
  readonly cache = join(mkdtempSync(join(top, 'user-')), 'playbook-lint');

  constructor(files: Iterable<readonly [string, string]> = workspaceFiles(30)) {
    this.files = new Map(files);
  }

  get cached(): string[] {
    return existsSync(this.cache) ? readdirSync(this.cache).map((name) => join(this.cache, name)) : [];
  }

  /** What the author sees when the page is open, and how the cache was used. */
  async session(page = PAGE, { key = 'this', ...setup }: ClientSetup & { readonly key?: string } = {}) {
    const texts = new WatchedFacts({ folder: this.cache, key });
    const client = await TestClient.inMemory({ folders: [ROOT], files: this.files, ...setup }, { texts });
    const answers = await answersOf(client, page, this.files.get(page) ?? '');
    const { cache = true } = (setup.settings?.(undefined) ?? {}) as { readonly cache?: boolean };
    if (cache && texts.parsed >= FEWEST) await client.until('the facts are written', () => texts.written > 0);
    await client.stop();
    assert.equal(texts.openFiles, 0, 'a file stayed open');
    const { known, parsed, written } = texts;
    return { answers, known, parsed, written };
  }

  /** Fails unless a session with the cache is the same as one without it. */
  async assertSame(why: string, page = PAGE, key?: string) {
    const client = await TestClient.inMemory({ folders: [ROOT], files: this.files });
    const expected = await answersOf(client, page, this.files.get(page) ?? '');
    await client.stop();
    const { answers, ...use } = await this.session(page, key === undefined ? {} : { key });
    assert.equal(answers, expected, why);
    return use;
  }
}

/** What the server says about an open page that depends on the others. */
async function answersOf(client: TestClient, page: string, text: string): Promise<string> {
  await client.open(page, text);
  const lines = text.slice(0, text.indexOf('| 9') + 3).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const textDocument = { uri: page };
  const context = { includeDeclaration: true };
  const answers = {
    references: await client.request('textDocument/references', { textDocument, position, context }),
    problems: await client.problems(page),
    completion: await client.request('textDocument/completion', { textDocument, position }),
    hover: await client.request('textDocument/hover', { textDocument, position }),
    symbols: await client.request('workspace/symbol', { query: '90' }),
  };
  return JSON.stringify(answers, undefined, 1);
}

describe('the second session', () => {
  test('parses no page, and says the same', async () => {
    const author = new Author();
    const first = await author.session();
    assert.deepEqual([first.known, first.parsed, first.written], [0, FILES, 1]);
    assert.match(first.answers, /"uri": "file:\/\/\/workspace\/area/);
    assert.equal(author.cached.length, 1);
    const second = await author.session();
    assert.deepEqual([second.known, second.parsed, second.written], [FILES, 0, 0]);
    assert.equal(second.answers, first.answers);
  });

  test('parses the pages whose text is another one', async () => {
    const author = new Author();
    await author.session();
    author.files.set(pageUri(1), (author.files.get(pageUri(1)) ?? '').replace(/[aeiou]/, 'y'));
    author.files.set(pageUri(2), `${author.files.get(pageUri(2)) ?? ''}\uD83D`);
    const { known, parsed, written } = await author.assertSame('changed');
    assert.deepEqual([known, parsed, written], [FILES - 2, 2, 0]);
    author.files.set(pageUri(2), (author.files.get(pageUri(2)) ?? '').replace('\uD83D', '\uDE00'));
    assert.equal((await author.assertSame('the other half of a character')).parsed, 2);
  });

  test('parses all pages if another program or other words read them', async () => {
    const author = new Author();
    await author.session();
    assert.equal((await author.assertSame('another program', PAGE, 'another')).parsed, FILES);
    assert.equal((await author.assertSame('the first one', PAGE, 'this')).parsed, FILES);
    author.files.set(CONFIG, '{ "taskId": { "pattern": "^\\\\d{3,6}$" } }');
    assert.equal((await author.assertSame('other words')).parsed, FILES - TOCS);
    author.files.set(CONFIG, '{ "taskId": { "pattern": "^\\\\d{3,6}$" }, "rules": { "task-name-differs": "off" } }');
    assert.equal((await author.assertSame('the same words, other rules')).parsed, 0);
    author.files.set(CONFIG, '{ "ignore": ["**/german/**"] }');
    await author.assertSame('ignored pages');
  });

  test('keeps what is the same when many pages are new, and forgets pages that are gone', async () => {
    const author = new Author(workspaceFiles(48));
    await author.session();
    const before = statSync(author.cached[0] ?? '').size;
    for (let index = 1; index < 25; index++)
      author.files.set(pageUri(index), `${author.files.get(pageUri(index)) ?? ''}\n\nMore.\n`);
    for (let index = 30; index < 48; index++) author.files.delete(pageUri(index));
    assert.deepEqual(await author.assertSame('changed'), { known: 6 + TOCS, parsed: 24, written: 1 });
    assert.ok(statSync(author.cached[0] ?? '').size < before * 0.8);
    assert.deepEqual(await author.assertSame('again'), { known: 30 + TOCS, parsed: 0, written: 0 });
  });
});

test('a session keeps what it learns while it lasts', async () => {
  const author = new Author();
  const texts = new WatchedFacts({ folder: author.cache, key: 'this' });
  const client = await TestClient.inMemory({ folders: [ROOT], files: author.files }, { texts });
  await answersOf(client, PAGE, author.files.get(PAGE) ?? '');
  await client.until('the facts are written', () => texts.written === 1);
  const changes = [];
  for (let index = 1; index < 25; index++) {
    author.files.set(pageUri(index), `${author.files.get(pageUri(index)) ?? ''}\n\nMore.\n`);
    changes.push({ uri: pageUri(index), type: 2 });
  }
  await client.notify('workspace/didChangeWatchedFiles', { changes });
  await client.until('the new facts are written', () => texts.written === 2);
  await client.replace(PAGE, '# ', '# More: ');
  await client.problems(PAGE);
  for (const { uri } of changes.slice(0, 5)) author.files.set(uri, `${author.files.get(uri) ?? ''}\nEnd.\n`);
  await client.notify('workspace/didChangeWatchedFiles', { changes: changes.slice(0, 5) });
  await client.request('workspace/symbol', { query: '90' });
  assert.equal(texts.written, 2, 'a letter and a few files are not worth writing');
  await client.stop();
  assert.deepEqual(await author.assertSame('the next session'), { known: FILES - 5, parsed: 5, written: 0 });
});

describe('the file', () => {
  test('is private, and removed with the cache of the command line', async () => {
    const author = new Author();
    await author.session();
    const [file = ''] = author.cached;
    assert.match(file, /[\\/]texts-[0-9a-f]{32}\.cache$/);
    if (process.platform !== 'win32') {
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.equal(statSync(author.cache).mode & 0o777, 0o700);
    }
    assert.equal(clearCache(author.cache), 1);
    assert.ok(!existsSync(author.cache));
  });

  test('is not written for few pages, or for folders that are not on a disk', async () => {
    const few = new Author(workspaceFiles(12));
    await few.session();
    assert.deepEqual(few.cached, []);
    const virtual = new Author([...workspaceFiles(30)].map(([uri, text]) => [uri.replace('file:', 'memfs:'), text]));
    const folder = ROOT.replace('file:', 'memfs:');
    const client = await TestClient.inMemory(
      { folders: [folder], files: virtual.files },
      { texts: new TextFactsFiles({ folder: virtual.cache, key: 'this' }) },
    );
    await answersOf(client, PAGE.replace('file:', 'memfs:'), virtual.files.get(PAGE.replace('file:', 'memfs:')) ?? '');
    await client.stop();
    assert.deepEqual(virtual.cached, []);
  });

  test('is removed, and not written, if the setting is off', async () => {
    const author = new Author();
    await author.session();
    const { known, written } = await author.session(PAGE, { settings: () => ({ cache: false }) });
    assert.deepEqual([known, written, author.cached], [0, 0, []]);
    // A client that has only the initialization options.
    const { written: again } = await author.session(PAGE, {
      capabilities: { ...FULL_CLIENT, workspace: { ...FULL_CLIENT.workspace, configuration: false } },
      settings: () => ({ cache: false }),
      initializationOptions: { readFile: true, settings: { cache: false } },
    });
    assert.deepEqual([again, author.cached], [0, []]);
  });

  test('is removed when the setting is turned off', async () => {
    const author = new Author();
    let cache = true;
    const texts = new WatchedFacts({ folder: author.cache, key: 'this' });
    const client = await TestClient.inMemory(
      { folders: [ROOT], files: author.files, settings: () => ({ cache }) },
      { texts },
    );
    await answersOf(client, PAGE, author.files.get(PAGE) ?? '');
    await client.until('the facts are written', () => texts.written === 1);
    cache = false;
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('the facts are removed', () => author.cached.length === 0);
    await client.stop();
  });

  test('is not needed: the folder cannot be created', async () => {
    const author = new Author();
    writeFileSync(author.cache, 'a file');
    await author.assertSame('no folder');
    assert.equal(readFileSync(author.cache, 'utf8'), 'a file');
  });
});

test('a half-written file is removed when the session ends', async () => {
  const author = new Author();
  const texts = new TextFactsFiles({ folder: author.cache, key: 'this' });
  const writer = await texts.replace([ROOT]);
  assert.equal(author.cached.length, 1);
  texts.close();
  assert.deepEqual(author.cached, []);
  writer?.end();
  assert.deepEqual(author.cached, []);
  assert.equal(await texts.replace([ROOT]), undefined, 'after the end of the session, nothing is written');
  assert.deepEqual(author.cached, []);
});

test('when the setting is turned off, a half-written file never becomes a complete one', async () => {
  const author = new Author();
  const texts = new TextFactsFiles({ folder: author.cache, key: 'this' });
  const writer = await texts.replace([ROOT]);
  texts.remove([ROOT]);
  assert.deepEqual(author.cached, []);
  writer?.end();
  writer?.discard();
  assert.deepEqual(author.cached, []);
});

test('when the setting is turned off, what a crash left is removed', async () => {
  const author = new Author();
  await author.session();
  const [file = ''] = author.cached;
  writeFileSync(`${file}.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.tmp`, 'half');
  const other = join(author.cache, `texts-${'0'.repeat(32)}.cache`);
  writeFileSync(other, 'of another folder');
  new TextFactsFiles({ folder: author.cache, key: 'this' }).remove([ROOT]);
  assert.deepEqual(author.cached, [other]);
});

test('a folder has one file, with or without a slash at the end', async () => {
  const author = new Author();
  await author.session();
  const texts = new TextFactsFiles({ folder: author.cache, key: 'this' });
  const known = await texts.open([`${ROOT}/`, ROOT]);
  assert.notEqual(known, undefined);
  known?.close();
  texts.remove([`${ROOT}/`]);
  assert.deepEqual(author.cached, []);
});

describe('a damaged file is the same as none', () => {
  const damages: readonly (readonly [name: string, damage: (file: Buffer) => Buffer | string])[] = [
    ['empty', () => ''],
    ['cut', (file) => file.subarray(0, file.length / 2)],
    ['without its last line', (file) => file.subarray(0, file.lastIndexOf('\n'))],
    ['cut in the last line', (file) => file.subarray(0, file.length - 5)],
    ['garbage', () => 'garbage\n'.repeat(1000)],
    ['another file', () => '{"format":2,"key":"this","start":0,"end":1e9,"checksum":"x"}'],
    ['zeros', (file) => Buffer.concat([Buffer.alloc(file.length / 2), file.subarray(file.length / 2)])],
    ['flipped bits', (file) => file.map((byte, index) => (index % 1000 === 0 ? byte ^ 1 : byte)) as Buffer],
  ];
  for (const [name, damage] of damages)
    test(name, async () => {
      const author = new Author();
      await author.session();
      const [file = ''] = author.cached;
      writeFileSync(file, damage(readFileSync(file)));
      assert.ok((await author.assertSame(name)).parsed > 0);
      await author.assertSame('the next session');
    });

  test('other data with the right checksum', async () => {
    const author = new Author();
    await author.session();
    const [file = ''] = author.cached;
    // In a form that isn't expected.
    const texts = new TextFactsFiles({ folder: author.cache, key: 'this' });
    rmSync(file);
    const writer = await texts.replace([ROOT]);
    for (const [uri, text] of author.files) {
      const path = uri as never;
      writer?.add(path, text, '', () => ({ outline: {}, tasks: { tasks: 1 }, details: [] }));
    }
    writer?.end();
    assert.equal((await author.assertSame('other data')).written, 1);
    assert.equal((await author.assertSame('repaired')).parsed, 0);
  });
});

test('after random changes, a session with the cache says what a session without it says', async () => {
  const author = new Author();
  const changes = new RandomChanges(author.files, Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1));
  const steps = 16 * Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);
  let known = 0;
  for (let step = 0; step < steps; step++) {
    const done = Array.from({ length: 1 + changes.dice.roll(3) }, () => changes.change(author.cached));
    const page = changes.dice.of(changes.pages);
    known += (await author.assertSame(`step ${step}: ${done.join(', ')}; ${page}`, page)).known;
  }
  assert.ok(known > steps * 10, `only ${known} pages were known`);
});

const server = join(root, 'dist/node/server.js');

test(
  'the shipped server keeps facts in the user’s cache',
  { skip: !existsSync(server) && 'dist/ is not built' },
  async () => {
    const author = new Author();
    const folders = [pathToFileURL(join(author.cache, '..')).href];
    const files = new Map([...author.files].map(([uri, text]) => [uri.replace(ROOT, folders[0] ?? ''), text]));
    const page = PAGE.replace(ROOT, folders[0] ?? '');
    const answers: string[] = [];
    for (const environment of [cacheIn(join(author.cache, '..')), cacheIn(join(author.cache, '..'))]) {
      const client = await TestClient.overStdio(server, { folders, files }, environment);
      answers.push(await answersOf(client, page, files.get(page) ?? ''));
      const written =
        process.platform === 'darwin' ? join(author.cache, '../Library/Caches/playbook-lint') : author.cache;
      await client.until(
        'the facts are written',
        () => existsSync(written) && readdirSync(written).some((name) => name.endsWith('.cache')),
      );
      await client.stop();
    }
    assert.equal(answers[1], answers[0]);
  },
);
