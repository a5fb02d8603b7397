import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { definitionOfLink, linkReferences, pageLinks } from '../../../server/src/core/index.js';
import { printPlace, printPlaces, sceneOf, type Scene } from '../../support/navigation.js';
import { pathOf } from '../../support/workspace-fixture.js';

/** A site below the workspace folder, so that `/` isn't the folder that an editor expects. */
const OTHERS = `==> site/docfx.json <==
{}
==> site/toc.yml <==
- name: Guide
  href: pages/guide.md
- name: Prepare
  href: 'pages/guide.md#prepare'
==> site/includes/note.md <==
A note.
==> site/media/a.png <==
==> site/pages/guide.md <==
---
ft.audience: partner
---

# The guide

See [below](#prepare) and <a name="here"></a>[here](#here).

## Prepare

## Prepare
==> README.md <==
[The guide](site/pages/guide.md)
`;

function scene(line: string): Scene {
  return sceneOf(`${OTHERS}==> site/pages/a.md <==\n---\nft.audience: partner\n---\n\n${line}\n`);
}

test('the links of a page to files', () => {
  const { files, index } = scene(
    [
      '[a](guide.md), [b](./guide.md#prepare), [c](guide.md#prepare-1), [d](#no), [e](https://x.org), [f](gone.md), [g](mailto:x@y.org)',
      '[h](~/pages/guide.md), [i](/pages/guide.md), [j](guide.html#prepare), [k](guide.md#here), ![l](..\\media\\a.png), [m](../media)',
      '[!INCLUDE [Note](../includes/note.md)]',
    ].join('\n'),
  );
  const shown = pageLinks(index, pathOf('site/pages/a.md')).map(
    ({ place, target, isPlain }) =>
      `${printPlace(files, place).split(' ')[1]} -> ${printPlace(files, target)}${isPlain ? '' : ' *'}`,
  );
  assert.deepEqual(shown, [
    'guide.md -> site/pages/guide.md:1:1',
    './guide.md#prepare -> site/pages/guide.md:9:1 ## Prepare',
    'guide.md#prepare-1 -> site/pages/guide.md:11:1 ## Prepare',
    '~/pages/guide.md -> site/pages/guide.md:1:1 *',
    '/pages/guide.md -> site/pages/guide.md:1:1 *',
    'guide.html#prepare -> site/pages/guide.md:9:1 ## Prepare *',
    'guide.md#here -> site/pages/guide.md:1:1',
    '..\\media\\a.png -> site/media/a.png:1:1 *',
    '../includes/note.md -> site/includes/note.md:1:1',
  ]);
});

test('the links of a page in HTML', () => {
  const { files, index } = scene(
    `<a href="guide.md">a</a> <A HREF='guide.md#prepare'>b</A> <img src=../media/a.png> \`<a href="guide.md">\``,
  );
  const shown = pageLinks(index, pathOf('site/pages/a.md')).map(({ target }) => printPlace(files, target));
  assert.deepEqual(shown, ['site/pages/guide.md:1:1', 'site/pages/guide.md:9:1 ## Prepare', 'site/media/a.png:1:1']);
});

test('the links of a table of contents', () => {
  const { files, index } = scene('');
  assert.deepEqual(
    pageLinks(index, pathOf('site/toc.yml')).map(({ target }) => printPlace(files, target)),
    ['site/pages/guide.md:1:1', 'site/pages/guide.md:9:1 ## Prepare'],
  );
});

describe('a link leads to', () => {
  const leads = (line: string, where: string | undefined): void =>
    void test(line, () => {
      const { files, index, path, offset } = scene(line);
      const place = definitionOfLink(index, path, offset);
      assert.equal(place === undefined ? undefined : printPlace(files, place), where);
    });
  leads('[a](gui█de.md)', 'site/pages/guide.md:1:1');
  leads('[a](█guide.md#prepare)', 'site/pages/guide.md:9:1 ## Prepare');
  leads('[a](guide.md#prepare█)', 'site/pages/guide.md:9:1 ## Prepare');
  leads('[a](guide.md#Pre█pare-1)', 'site/pages/guide.md:11:1 ## Prepare');
  leads('[!INCLUDE [Note](../includes/█note.md)]', 'site/includes/note.md:1:1');
  leads('[r]: gu█ide.md', 'site/pages/guide.md:1:1');
  leads('[█a](guide.md)', undefined);
  leads('[a](go█ne.md)', undefined);
});

describe('the references of', () => {
  const references = (line: string, declaration: string | undefined, ...links: readonly string[]): void =>
    void test(line, () => {
      const { files, index, path, offset } = scene(line);
      const found = linkReferences(index, path, offset);
      assert.equal(found?.declaration === undefined ? undefined : printPlace(files, found.declaration), declaration);
      assert.deepEqual(printPlaces(files, found?.links ?? []), links);
    });
  references(
    '[a](guide█.md) [b](guide.html#prepare-1)',
    undefined,
    'README.md:1:13 site/pages/guide.md',
    'site/pages/a.md:5:5 guide.md',
    'site/pages/a.md:5:19 guide.html',
    'site/toc.yml:2:9 pages/guide.md',
    'site/toc.yml:4:10 pages/guide.md',
  );
  references(
    '[a](guide.md#prep█are)',
    'site/pages/guide.md:9:1 ## Prepare',
    'site/pages/a.md:5:5 guide.md#prepare',
    'site/pages/guide.md:7:13 #prepare',
    'site/toc.yml:4:10 pages/guide.md#prepare',
  );
  references('[a](#x)\n\n## █X', 'site/pages/a.md:7:1 ## X', 'site/pages/a.md:5:5 #x');
  references('Te█xt', undefined);
});

test('the references of the title of a page are the links to the page', () => {
  const { files, index } = scene('[a](guide.md#the-guide) [b](guide.md#prepare)');
  const path = pathOf('site/pages/guide.md');
  const found = linkReferences(index, path, index.pages.get(path)?.text.indexOf('# The') ?? 0);
  assert.deepEqual(printPlaces(files, found?.links ?? []), [
    'README.md:1:13 site/pages/guide.md',
    'site/pages/a.md:5:5 guide.md#the-guide',
    'site/toc.yml:2:9 pages/guide.md',
  ]);
});
