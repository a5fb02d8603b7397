import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/project.js';

/** The folders of the code map in docs/architecture.md, in its order. A row can list several. */
const rows = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| `(?:core|server|client)\//.test(line))
  .map((line) => {
    const [, names = '', , mayImport = ''] = line.split('|');
    return { folders: quoted(names).map(pathOf), mayImport };
  });

const listed = rows.flatMap(({ folders }) => folders);

test('the code map lists every folder with code', () => {
  const missing = sourceFiles().filter((file) => !listed.some((folder) => file.startsWith(`${folder}/`)));
  assert.deepEqual(
    missing.filter((file) => file !== 'server/src/core/index.ts'),
    [],
  );
  for (const folder of listed) assert.ok(existsSync(join(root, folder)), folder);
});

test('a folder of the core imports only folders above it in the code map', () => {
  const core = listed.filter((folder) => folder.startsWith('server/src/core/'));
  const upward = imports().filter(({ from, to }) => core.includes(from) && core.indexOf(to) > core.indexOf(from));
  assert.deepEqual(upward, []);
});

test('every folder that code imports is in its row of the code map', () => {
  const unlisted = imports().filter(({ from, to }) => {
    const { mayImport = '' } = rows.find(({ folders }) => folders.includes(from)) ?? {};
    return !quoted(mayImport).some((name) => to === pathOf(name) || to.endsWith(`/${name}`));
  });
  assert.deepEqual([...new Set(unlisted.map(({ from, to }) => `${from} imports ${to}`))], []);
});

function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function pathOf(name: string): string {
  return name.startsWith('core/') ? `server/src/${name}` : name;
}

/** The listed folder that a file is in, the deepest one. */
function folderOf(file: string): string {
  const around = listed.filter((folder) => file.startsWith(`${folder}/`));
  return around.reduce((deepest, folder) => (folder.length > deepest.length ? folder : deepest), '');
}

/** Every folder can import it. */
const EVERYWHERE = 'server/src/messages';

interface FolderImport {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The imports from one folder to another, except those of `core/index.ts`. */
function imports(): FolderImport[] {
  return sourceFiles().flatMap((file) =>
    importsOf(file)
      .map((imported) => ({ file, from: folderOf(file), to: folderOf(imported) }))
      .filter(({ from, to }) => from !== to && to !== EVERYWHERE && from !== 'server/src/core'),
  );
}

function sourceFiles(): string[] {
  return ['server/src', 'client'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => `${folder}/${String(name).split(sep).join('/')}`)
      .filter((name) => /\.tsx?$/.test(name)),
  );
}

/** The files of our own that a file imports, with the extension of an existing file. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import) '(\.[^']*)'/g)].flatMap(([, from = '']) => {
    const path = posix.join(dirname(file), from).replace(/\.js$/, '');
    const found = ['.ts', '.tsx', '/index.ts', '']
      .map((end) => path + end)
      .find((name) => existsSync(join(root, name)));
    return found === undefined ? [] : [relative(root, join(root, found)).split(sep).join('/')];
  });
}
