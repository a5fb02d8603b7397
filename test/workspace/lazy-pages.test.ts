/** Pages that are parsed when a rule asks for their facts: the same problems as if all pages had been parsed before. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Workspace } from '../../server/src/workspace/index.js';
import { ROOT, workspaceFiles } from '../bench/workspace-pages.js';
import { MemoryFiles } from '../support/memory-files.js';
import { corpus, noCorpus, root } from '../support/project.js';
import { filesIn, isWorkspaceText } from '../support/workspace-fixture.js';

/** The texts of the files, by URI. */
type Files = ReadonlyMap<string, string>;

async function workspaceOf(files: Files, toCheck?: string): Promise<Workspace> {
  const workspace = new Workspace({
    host: new MemoryFiles(files),
    today: () => '2026-11-21',
    ...(toCheck !== undefined && { toCheck: [toCheck], isLazy: true }),
  });
  workspace.setFolders([ROOT]);
  assert.ok(await workspace.indexed());
  return workspace;
}

async function problemsOf(workspace: Workspace, uri: string, text: string): Promise<string> {
  const { kind, problems, failures } = await workspace.check(uri, { text, encoding: 'utf-8' });
  return JSON.stringify({ kind, problems, failures }, undefined, 1);
}

/** Fails unless each of the pages has the same problems if it is the only one that is parsed at first. */
async function assertSame(files: Files, pages: readonly string[]): Promise<void> {
  const eager = await workspaceOf(files);
  for (const uri of pages) {
    const text = files.get(uri) ?? '';
    assert.equal(
      await problemsOf(await workspaceOf(files, uri), uri, text),
      await problemsOf(eager, uri, text),
      `${uri} of ${files.size} files`,
    );
  }
}

function pagesIn(files: Files): string[] {
  return [...files.keys()].filter((uri) => /\.md$/i.test(uri));
}

function mdFilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.md'))
    .sort();
}

describe('each page on its own', () => {
  test('generated pages', async () => {
    const files = workspaceFiles(60);
    await assertSame(files, pagesIn(files));
  });

  test('generated pages, and the same with other tasks in another edition', async () => {
    const files = new Map(workspaceFiles(24));
    for (const [uri, text] of [...files])
      if (!uri.endsWith('docfx.json'))
        files.set(uri.replace(ROOT, `${ROOT}/preview`), text.replace(/\d(?=\d\d \|)/g, '1'));
    await assertSame(files, pagesIn(files));
  });

  test('the workspaces of the fixtures', async () => {
    for (const path of mdFilesBelow(join(root, 'test/rules'))) {
      const text = readFileSync(path, 'utf8');
      if (!isWorkspaceText(text)) continue;
      const files = new Map([...filesIn(text)].map(([name, one]) => [`${ROOT}/${name}`, one]));
      await assertSame(files, pagesIn(files));
    }
  });

  test('the single pages of the fixtures beside each other', async () => {
    const paths = mdFilesBelow(join(root, 'test/rules')).filter((_, index) => index % 5 === 0);
    const files = new Map<string, string>();
    for (const path of paths) {
      const text = readFileSync(path, 'utf8');
      if (!isWorkspaceText(text)) files.set(`${ROOT}/${relative(root, path).split(sep).join('/')}`, text);
    }
    await assertSame(
      files,
      pagesIn(files).filter((_, index) => index % 7 === 0),
    );
  });

  test('real pages', { skip: noCorpus }, async () => {
    const files = new Map(
      readdirSync(corpus, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:md|ya?ml|json)$/.test(entry.name))
        .map(({ parentPath, name }): [string, string] => {
          const path = join(parentPath, name);
          const below = pathToFileURL(join(sep, relative(corpus, path))).pathname;
          return [ROOT + below, readFileSync(path, 'utf8')];
        }),
    );
    const step = Number(process.env['PLAYBOOK_TEST_STEP'] ?? 12);
    await assertSame(
      files,
      pagesIn(files).filter((_, index) => index % step === 0),
    );
  });
});

test('one page is parsed again when others are needed in many checks', async () => {
  const files = workspaceFiles(30);
  const pages = pagesIn(files);
  const [first = ''] = pages;
  const [eager, lazy] = [await workspaceOf(files), await workspaceOf(files, first)];
  for (const uri of [...pages, ...pages]) {
    const text = `${files.get(uri) ?? ''}\n\nTask 1001\n`;
    assert.equal(await problemsOf(lazy, uri, text), await problemsOf(eager, uri, text), uri);
  }
});
