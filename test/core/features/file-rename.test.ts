import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { editsForRenames, pageLinks } from '../../../server/src/core/index.js';
import { changedLines, edited, sceneOf } from '../../support/navigation.js';
import { assertProperty } from '../../support/property.js';
import { indexOf, pathOf, type FileTexts } from '../../support/workspace-fixture.js';

const PLAYBOOK = '---\nft.audience: partner\n---\n';

const SITE = `==> docfx.json <==
{}
==> toc.yml <==
- name: Kick-off
  href: pages/kick-off.md
- name: Plan
  href: "pages/plan.md#now"
==> media/logo.png <==
==> pages/media/a b.png <==
==> pages/kick-off.md <==
${PLAYBOOK}
[Plan](plan.md), [self](kick-off.md#x), [top](#x), [start](../index.md), ![logo](../media/logo.png), ![ab](media/a%20b.png)
[gone](gone.md), [word](see), [out](https://x.org/plan.md), [root](~/pages/plan.md), [!INCLUDE [x](./media/x.md)]
==> pages/plan.md <==
${PLAYBOOK}
[a](kick-off.md), [b](./kick-off.md#x "Title"), [c](kick-off.html?y=1#x), [d](~/pages/kick-off.md), [e](/pages/kick-off.md), [f](<kick-off.md>)
[g](..\\pages\\kick-off.md), [h](../pages/kick-off.md), ![ab](<media/a b.png>), ![ab](./media/a%20b.png)

[ref]: kick-off.md

| [i](kick-off.md) | b |
|---|---|
| [j](kick-off.md) | b |
==> index.md <==
${PLAYBOOK}
[Kick-off](pages/kick-off.md) [Pages](pages/) [Pages](pages)
==> pages/index.md <==
${PLAYBOOK}
`;

function renamed(...renames: readonly (readonly [string, string])[]): string[] {
  const { files, index } = sceneOf(SITE);
  return changedLines(
    files,
    edited(
      files,
      editsForRenames(
        index,
        renames.map(([from, to]) => ({ from: pathOf(from), to: pathOf(to) })),
      ),
    ),
  );
}

test('links to a page change to its new name and keep their form', () => {
  assert.deepEqual(renamed(['pages/kick-off.md', 'pages/start (1).md']), [
    'toc.yml:   href: pages/start%20%281%29.md',
    'pages/kick-off.md: [Plan](plan.md), [self](start%20%281%29.md#x), [top](#x), [start](../index.md), ![logo](../media/logo.png), ![ab](media/a%20b.png)',
    'pages/plan.md: [a](start%20%281%29.md), [b](./start%20%281%29.md#x "Title"), [c](start%20%281%29.html?y=1#x), [d](~/pages/start%20%281%29.md), [e](/pages/start%20%281%29.md), [f](<start%20%281%29.md>)',
    'pages/plan.md: [g](start%20%281%29.md), [h](start%20%281%29.md), ![ab](<media/a b.png>), ![ab](./media/a%20b.png)',
    'pages/plan.md: [ref]: start%20%281%29.md',
    'pages/plan.md: | [i](start%20%281%29.md) | b |',
    'pages/plan.md: | [j](start%20%281%29.md) | b |',
    'index.md: [Kick-off](pages/start%20%281%29.md) [Pages](pages/) [Pages](pages)',
  ]);
});

test('the relative links of a moved page keep their targets; links that still work do not change', () => {
  assert.deepEqual(renamed(['pages/kick-off.md', 'archive/2020/kick-off.md']), [
    'toc.yml:   href: archive/2020/kick-off.md',
    'pages/kick-off.md: [Plan](../../pages/plan.md), [self](kick-off.md#x), [top](#x), [start](../../index.md), ![logo](../../media/logo.png), ![ab](../../pages/media/a%20b.png)',
    'pages/kick-off.md: [gone](../../pages/gone.md), [word](see), [out](https://x.org/plan.md), [root](~/pages/plan.md), [!INCLUDE [x](../../pages/media/x.md)]',
    'pages/plan.md: [a](../archive/2020/kick-off.md), [b](../archive/2020/kick-off.md#x "Title"), [c](../archive/2020/kick-off.html?y=1#x), [d](~/archive/2020/kick-off.md), [e](/archive/2020/kick-off.md), [f](<../archive/2020/kick-off.md>)',
    'pages/plan.md: [g](..\\archive\\2020\\kick-off.md), [h](../archive/2020/kick-off.md), ![ab](<media/a b.png>), ![ab](./media/a%20b.png)',
    'pages/plan.md: [ref]: ../archive/2020/kick-off.md',
    'pages/plan.md: | [i](../archive/2020/kick-off.md) | b |',
    'pages/plan.md: | [j](../archive/2020/kick-off.md) | b |',
    'index.md: [Kick-off](archive/2020/kick-off.md) [Pages](pages/) [Pages](pages)',
  ]);
});

test('renaming a folder moves its files', () => {
  assert.deepEqual(renamed(['pages', 'texts']), [
    'toc.yml:   href: texts/kick-off.md',
    'toc.yml:   href: "texts/plan.md#now"',
    'pages/kick-off.md: [gone](gone.md), [word](see), [out](https://x.org/plan.md), [root](~/texts/plan.md), [!INCLUDE [x](./media/x.md)]',
    'pages/plan.md: [a](kick-off.md), [b](./kick-off.md#x "Title"), [c](kick-off.html?y=1#x), [d](~/texts/kick-off.md), [e](/texts/kick-off.md), [f](<kick-off.md>)',
    'pages/plan.md: [g](kick-off.md), [h](kick-off.md), ![ab](<media/a b.png>), ![ab](./media/a%20b.png)',
    'index.md: [Kick-off](texts/kick-off.md) [Pages](texts/) [Pages](texts)',
  ]);
});

test('images, and several at once', () => {
  assert.deepEqual(renamed(['pages/media/a b.png', 'pages/media/a b/c.png']), [
    'pages/kick-off.md: [Plan](plan.md), [self](kick-off.md#x), [top](#x), [start](../index.md), ![logo](../media/logo.png), ![ab](media/a%20b/c.png)',
    'pages/plan.md: [g](..\\pages\\kick-off.md), [h](../pages/kick-off.md), ![ab](<media/a%20b/c.png>), ![ab](./media/a%20b/c.png)',
  ]);
  assert.deepEqual(renamed(['pages/kick-off.md', 'pages/plan.md'], ['pages/plan.md', 'pages/kick-off.md']), [
    'toc.yml:   href: pages/plan.md',
    'toc.yml:   href: "pages/kick-off.md#now"',
    'pages/kick-off.md: [Plan](kick-off.md), [self](plan.md#x), [top](#x), [start](../index.md), ![logo](../media/logo.png), ![ab](media/a%20b.png)',
    'pages/kick-off.md: [gone](gone.md), [word](see), [out](https://x.org/plan.md), [root](~/pages/kick-off.md), [!INCLUDE [x](./media/x.md)]',
    'pages/plan.md: [a](plan.md), [b](./plan.md#x "Title"), [c](plan.html?y=1#x), [d](~/pages/plan.md), [e](/pages/plan.md), [f](<plan.md>)',
    'pages/plan.md: [g](plan.md), [h](plan.md), ![ab](<media/a b.png>), ![ab](./media/a%20b.png)',
    'pages/plan.md: [ref]: plan.md',
    'pages/plan.md: | [i](plan.md) | b |',
    'pages/plan.md: | [j](plan.md) | b |',
    'index.md: [Kick-off](pages/plan.md) [Pages](pages/) [Pages](pages)',
  ]);
});

test('the links of a moved table of contents keep their targets', () => {
  assert.deepEqual(renamed(['toc.yml', 'nav/toc.yml']), [
    'toc.yml:   href: ../pages/kick-off.md',
    'toc.yml:   href: "../pages/plan.md#now"',
  ]);
});

test('an index page that is linked by its folder', () => {
  assert.deepEqual(renamed(['pages/index.md', 'start/index.md']), [
    'index.md: [Kick-off](pages/kick-off.md) [Pages](start/) [Pages](start)',
  ]);
  assert.deepEqual(renamed(['pages/index.md', 'pages/all.md']), [
    'index.md: [Kick-off](pages/kick-off.md) [Pages](pages/all.md) [Pages](pages/all.md)',
  ]);
});

describe('what needs no change', () => {
  const nothing = (what: string, from: string, to: string): void =>
    void test(what, () => assert.deepEqual(renamed([from, to]), []));
  nothing('a file without links to it', 'pages/gone.png', 'pages/other.png');
  nothing('a name that does not change', 'pages', 'pages');
  nothing('a file whose name starts the same', 'page', 'texts');
});

function moved(files: FileTexts, from: string, to: string): FileTexts {
  const edits = editsForRenames(indexOf(files), [{ from: pathOf(from), to: pathOf(to) }]);
  return new Map([...edited(files, edits)].map(([name, text]) => [name === from ? to : name, text]));
}

test('special characters are written as the author writes them; names like an address get a "./"', () => {
  const files = new Map([
    ['文档/页面.md', PLAYBOOK],
    ['a.md', `${PLAYBOOK}\n[a](文档/页面.md) [b](%E6%96%87%E6%A1%A3/%E9%A1%B5%E9%9D%A2.md)\n`],
  ]);
  const now = moved(files, '文档/页面.md', '文档/开始.md');
  assert.equal(now.get('a.md'), `${PLAYBOOK}\n[a](文档/开始.md) [b](%E6%96%87%E6%A1%A3/%E5%BC%80%E5%A7%8B.md)\n`);
  assert.equal(moved(files, '文档/页面.md', 'www.md').get('a.md'), `${PLAYBOOK}\n[a](./www.md) [b](./www.md)\n`);
});

test('links between other Markdown files do not change', () => {
  const files = new Map([
    ['README.md', '[a](docs/a.md)\n'],
    ['docs/a.md', '# A\n'],
  ]);
  assert.deepEqual([...moved(files, 'docs/a.md', 'docs/b.md').values()], ['[a](docs/a.md)\n', '# A\n']);
  const withPlaybook = new Map([...files, ['docs/a.md', PLAYBOOK]] as const);
  assert.equal(moved(withPlaybook, 'docs/a.md', 'docs/b.md').get('README.md'), '[a](docs/b.md)\n');
});

test('renaming back restores the texts', () => {
  const { files } = sceneOf(
    SITE.replaceAll('[g](..\\pages\\kick-off.md), [h](../pages/kick-off.md), ', '')
      .replace('./media/x.md', 'media/x.md')
      .replace('[b](./', '[b]('),
  );
  for (const to of ['pages/x y.md', 'x.md', 'pages/deep/er/kick-off.md', 'pages/media/plan.md']) {
    const there = moved(files, 'pages/kick-off.md', to);
    assert.notDeepEqual([...there.values()], [...files.values()]);
    assert.deepEqual(Object.fromEntries(moved(there, to, 'pages/kick-off.md')), Object.fromEntries(files), to);
  }
});

const folder = fc.constantFrom('', 'a/', 'a/b/', 'a/b c/', '文档/', 'a.b/');
const file = fc.constantFrom('x.md', 'y (1).md', 'z#1.md', 'index.md', 'www.md', 'p:q.md', '50%.md', "it's.md");
const place = fc.tuple(folder, file).map((parts) => parts.join(''));
const manner = fc.constantFrom<(path: string, from: string) => string>(
  (path) => `~/${path}`,
  (path) => `/${path}`,
  (path, from) => '../'.repeat(from.split('/').length - 1) + path,
  (path, from) => './' + '../'.repeat(from.split('/').length - 1) + path,
  (path) => `~/${path.replace(/\.md$/, '.html')}#x`,
);
const site = fc.uniqueArray(place, { minLength: 2, maxLength: 6 }).chain((names) =>
  fc.tuple(
    fc.constant(names),
    fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(names.length - 1), manner), { maxLength: 12 }),
    fc.oneof(
      fc.nat(names.length - 1).map((at) => names[at] ?? ''),
      fc.constantFrom('a', 'a/b', 'a/b c', '文档'),
    ),
    place,
  ),
);

test('whatever is renamed, every link keeps its target', () => {
  assertProperty(
    fc.property(site, ([names, links, from, target]) => {
      const to = from.endsWith('.md') ? target : `new/${from}`;
      const nameAfter = (name: string): string =>
        name === from ? to : name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;
      fc.pre(from === to || new Set(names.map(nameAfter)).size === names.length);
      const text = (at: number): string =>
        links
          .filter(([on]) => on === at)
          .map(
            ([on, toward, write]) =>
              `[x](${write((names[toward] ?? '').split('/').map(encodeURIComponent).join('/'), names[on] ?? '').replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))})`,
          )
          .join(' ');
      const files = new Map(names.map((name, at) => [name, `${PLAYBOOK}\n${text(at)}\n`]));
      const before = names.flatMap((name) => targetsOn(files, name).map(nameAfter));
      const edits = editsForRenames(indexOf(files), [{ from: pathOf(from), to: pathOf(to) }]);
      const after = new Map([...edited(files, edits)].map(([name, now]) => [nameAfter(name), now]));
      assert.deepEqual(
        names.flatMap((name) => targetsOn(after, nameAfter(name))),
        before,
      );
    }),
    300,
  );
});

function targetsOn(files: FileTexts, name: string): string[] {
  return pageLinks(indexOf(files), pathOf(name)).map(({ target }) => target.path.slice(pathOf('').length));
}

test('a moved page keeps the text of its footnotes', () => {
  const files = `==> docfx.json <==
{}
==> pages/plan.md <==
${PLAYBOOK}
a[^1] b[^2] c[^3]

[^1]: Version1.2
[^2]: 仅限v2.0版本。
[^3]: index.md

[Home](index.md)
==> pages/index.md <==
${PLAYBOOK}
`;
  const scene = sceneOf(files);
  const edits = editsForRenames(scene.index, [{ from: pathOf('pages/plan.md'), to: pathOf('pages/sub/plan.md') }]);
  assert.deepEqual(changedLines(scene.files, edited(scene.files, edits)), ['pages/plan.md: [Home](../index.md)']);
});

test('links in HTML change as well, in code and in comments they do not', () => {
  const files = `==> docfx.json <==
{}
==> pages/plan.md <==
${PLAYBOOK}
<a href="kick-off.md#x">a</a> <A HREF='./kick-off.md'>b</A> <a href=kick-off.html>c</a> <img src="media/a%20b.png" alt="d">
<img
  src='../logo.png'>

<p>
<a href="kick-off.md">e</a> <!-- <a href="kick-off.md"> --> <video src="kick-off.mp4"></video>
</p>

\`<a href="kick-off.md">\` <!-- <a href="kick-off.md"> -->

| <a href="kick-off.md">f</a> | b |
|---|---|
| <a href="kick-off.md">g</a> | <a href="https://contoso.com/kick-off.md">h</a> |
==> pages/kick-off.md <==
${PLAYBOOK}
==> pages/media/a b.png <==
==> logo.png <==
`;
  const { files: texts, index } = sceneOf(files);
  const lines = (from: string, to: string): string[] =>
    changedLines(texts, edited(texts, editsForRenames(index, [{ from: pathOf(from), to: pathOf(to) }])));
  assert.deepEqual(lines('pages/kick-off.md', "pages/it's (1).md"), [
    `pages/plan.md: <a href="it%27s%20%281%29.md#x">a</a> <A HREF='./it%27s%20%281%29.md'>b</A> <a href=it%27s%20%281%29.html>c</a> <img src="media/a%20b.png" alt="d">`,
    'pages/plan.md: <a href="it%27s%20%281%29.md">e</a> <!-- <a href="kick-off.md"> --> <video src="kick-off.mp4"></video>',
    'pages/plan.md: | <a href="it%27s%20%281%29.md">f</a> | b |',
    'pages/plan.md: | <a href="it%27s%20%281%29.md">g</a> | <a href="https://contoso.com/kick-off.md">h</a> |',
  ]);
  assert.deepEqual(lines('pages/plan.md', 'plan.md'), [
    `pages/plan.md: <a href="pages/kick-off.md#x">a</a> <A HREF='./pages/kick-off.md'>b</A> <a href=pages/kick-off.html>c</a> <img src="pages/media/a%20b.png" alt="d">`,
    "pages/plan.md:   src='logo.png'>",
    'pages/plan.md: <a href="pages/kick-off.md">e</a> <!-- <a href="kick-off.md"> --> <video src="pages/kick-off.mp4"></video>',
    'pages/plan.md: | <a href="pages/kick-off.md">f</a> | b |',
    'pages/plan.md: | <a href="pages/kick-off.md">g</a> | <a href="https://contoso.com/kick-off.md">h</a> |',
  ]);
});
