import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  definitionsOfTask,
  IndexReader,
  parsePlaybook,
  referencesFrom,
  summarize,
  taskReport,
  type FilePath,
  type Problem,
  type WorkspaceIndex,
} from '../../server/src/core/index.js';
import { englishPage, pagesOf, type PageSet } from '../support/edition-pages.js';
import { indexOf, lintFiles, pathOf, type FileTexts } from '../support/workspace-fixture.js';

const LIVE: PageSet = { folder: 'site' };
const PRELIMINARY: PageSet = {
  folder: 'site-prelim',
  name: 'Agree on the scope of the project',
  nameInGerman: 'Projektumfang vereinbaren',
};
const ARCHIVE: PageSet = { folder: 'site-archive', name: 'Define the scope', nameInGerman: 'Umfang definieren' };
const THREE = pagesOf(LIVE, PRELIMINARY, ARCHIVE);

/** The edition of each file, by its path in the text. */
function editionsOf(files: FileTexts): Record<string, string> {
  const index = indexOf(files);
  return Object.fromEntries([...files.keys()].map((name) => [name, index.editions.of(pathOf(name))]));
}

/** The names of the editions in which the files are. */
function namesIn(files: FileTexts): string[] {
  return [...new Set(Object.values(editionsOf(files)))].sort();
}

function problemsIn(files: FileTexts): string[] {
  return [...lintFiles(files)].flatMap(([name, problems]) =>
    problems.map(({ ruleId }: Problem) => `${name}: ${ruleId}`),
  );
}

test('live, preliminary and archived folders with the same pages are editions', () => {
  const index = indexOf(THREE);
  assert.deepEqual(
    index.editions.all.map(({ name, places }) => [name, ...places.map(({ folder, foundBy }) => `${folder} ${foundBy}`)]),
    [
      ['archive', `${pathOf('site-archive')} folders`],
      ['live', `${pathOf('site')} folders`],
      ['preliminary', `${pathOf('site-prelim')} folders`],
    ],
  );
  assert.equal(index.editions.of(pathOf('site/german/kick-off-de.md')), 'live');
  assert.equal(index.editions.of(pathOf('site-prelim/media/team.png')), 'preliminary');
  assert.equal(index.editions.of(pathOf('README.md')), 'live');
});

test('the folders of translations are no editions, even if some pages are not translated', () => {
  const files = new Map(pagesOf(LIVE));
  for (const [name, text] of pagesOf(LIVE))
    if (name.includes('/english/')) files.set(name.replace('/english/', '/german/'), text);
  assert.deepEqual(namesIn(files), ['live']);
  const french = new Map([...pagesOf(LIVE)].map(([name, text]) => [name.replace('/german/', '/french/'), text]));
  for (const [name, text] of pagesOf(LIVE))
    if (name.includes('/english/')) french.set(name.replace('/english/', '/french/'), text);
  assert.deepEqual(namesIn(french), ['live']);
});

test('the guides of several products with the same file names are no editions', () => {
  const product = (folder: string, first: number): [string, string][] =>
    ['kick-off', 'mail-flow', 'pilot-users', 'device-rules', 'closing-review', 'help-desk'].map((name, at) => [
      `${folder}/${name}.md`,
      englishPage('kick-off', 'Agree').replaceAll(/\b3\d\d\d\b/g, (id) => String(Number(id) + first + at)),
    ]);
  assert.deepEqual(namesIn(new Map([...product('exchange', 1000), ...product('teams', 5000)])), ['live']);
});

test('the pages for other readers are no edition', () => {
  const files = new Map(pagesOf({ folder: 'partner-pages' }));
  for (const [name, text] of pagesOf({ folder: 'pages' }))
    files.set(name, text.replaceAll('ft.audience: partner', 'ft.audience: internal'));
  assert.deepEqual(namesIn(files), ['live']);
});

test('unnamed folders are editions only if they have most pages in common', () => {
  assert.deepEqual(namesIn(pagesOf({ folder: 'blue' }, { folder: 'green' })), ['blue', 'green']);
  assert.deepEqual(
    namesIn(pagesOf({ folder: 'blue', topics: ['kick-off', 'mail-flow'] }, { folder: 'green' })),
    ['live'],
    'too few pages',
  );
  const topics = ['kick-off', 'mail-flow'] as const;
  assert.deepEqual(
    namesIn(pagesOf({ folder: 'live', topics }, { folder: 'preview', topics })),
    ['live', 'preview'],
    'the names say it',
  );
});

test('an archive inside a folder is an edition of its own, whatever it contains', () => {
  const files = new Map(pagesOf(LIVE));
  files.set('site/archive/wave-planning.md', englishPage('pilot-users', 'Agree on waves'));
  assert.equal(editionsOf(files)['site/archive/wave-planning.md'], 'archive');
  const old = new Map([...pagesOf(LIVE), ...pagesOf({ ...ARCHIVE, folder: 'site/2018' })]);
  assert.deepEqual(namesIn(old), ['2018', 'live']);
  const nested = new Map(THREE);
  nested.set('site-prelim/archive/waves.md', englishPage('pilot-users', 'Agree on waves'));
  assert.equal(editionsOf(nested)['site-prelim/archive/waves.md'], 'preliminary archive');
});

test('docfx can tell the editions by version, group, or destination', () => {
  const pages = [...pagesOf({ folder: 'a' }, { folder: 'b', topics: ['kick-off'] })];
  const withDocfx = (content: readonly object[]): FileTexts =>
    new Map([['docfx.json', JSON.stringify({ build: { content } })], ...pages]);
  for (const key of ['group', 'version']) {
    const files = withDocfx([
      { files: ['**/*.md'], src: 'a', [key]: 'now' },
      { files: ['**/*.md'], src: 'b', [key]: 'later' },
    ]);
    assert.equal(editionsOf(files)['a/english/kick-off.md'], 'now', key);
    assert.equal(editionsOf(files)['b/english/kick-off.md'], 'later', key);
  }
  assert.deepEqual(namesIn(withDocfx([{ files: ['**/*.md'], group: 'now' }])), ['live'], 'one group is no edition');
  const byDestination = withDocfx([
    { files: ['**/*.md'], src: 'a', dest: 'today' },
    { files: ['**/*.md'], src: 'b', dest: 'tomorrow' },
  ]);
  assert.equal(editionsOf(byDestination)['b/german/kick-off-de.md'], 'b');
});

test('the configuration decides before everything else', () => {
  const index = indexOf(THREE);
  const matches = (start: string) => (path: string) => path.startsWith(start);
  index.setConfiguredEditions([
    {
      folder: pathOf('site-prelim').slice(0, -'/site-prelim'.length) as FilePath,
      editions: [{ name: 'next', globs: ['site-prelim/'], matches: matches('site-prelim/') }],
    },
  ]);
  assert.equal(index.editions.of(pathOf('site-prelim/english/kick-off.md')), 'next');
  assert.equal(index.editions.of(pathOf('site-archive/english/kick-off.md')), 'live');
});

test('tasks are compared within an edition', () => {
  const compared = (files: FileTexts): string[] => problemsIn(files).filter((problem) => /: task-/.test(problem));
  assert.deepEqual(compared(THREE), []);
  const files = new Map(THREE);
  files.set('site/english/kick-off.md', englishPage('kick-off', 'Define the scope'));
  assert.deepEqual(compared(files), ['site/english/kick-off.md: task-name-inconsistent']);
});

test('translations are those of the same edition', () => {
  const reader = new IndexReader(indexOf(THREE));
  const translations = reader.translationsOf(pathOf('site-prelim/english/kick-off.md'));
  assert.deepEqual(
    [...translations.values()].map(({ path }) => path),
    [pathOf('site-prelim/english/kick-off.md'), pathOf('site-prelim/german/kick-off-de.md')],
  );
});

test('a missing link is not sent to another edition', () => {
  const files = new Map(THREE);
  const page = 'site/english/kick-off.md';
  files.set(page, `${files.get(page) ?? ''}\nSee [Waves](rollout-waves.md).\n`);
  files.set('site-prelim/english/rollout-waves.md', englishPage('pilot-users', 'Agree on the scope of the project'));
  const missing = (): Problem | undefined =>
    lintFiles(files)
      .get(page)
      ?.find(({ ruleId }) => ruleId === 'link-target-missing');
  assert.equal(missing()?.message.id, 'link-target-missing/missing');
  assert.ok(missing()?.fixes.some(({ edits }) => edits[0]?.newText.includes('site-prelim')));
  assert.ok(missing()?.fixes.every(({ isPreferred }) => isPreferred !== true));
  files.set('site/english/rollout-wave.md', englishPage('pilot-users', 'Agree on the scope'));
  const [first] = missing()?.fixes ?? [];
  assert.equal(first?.edits[0]?.newText, 'rollout-wave.md');
  assert.equal(first?.isPreferred, true);
});

test('references show all editions, the own one first', () => {
  const index = indexOf(THREE);
  const paths = referencesFrom(index, '3101', pathOf('site-prelim/english/kick-off.md')).map(({ path }) => path);
  assert.equal(paths.length, THREE.size);
  assert.ok(paths.slice(0, 12).every((path) => path.includes('/site-prelim/')));
  const page = index.pages.get(pathOf('site-prelim/german/kick-off-de.md'));
  assert.ok(page);
  assert.ok(definitionsOfTask(index, '3101', page).every(({ path }) => path.includes('/site-prelim/')));
});

test('the task report has a row for each edition', () => {
  const { tasks, hasEditions } = taskReport(indexOf(THREE));
  assert.equal(hasEditions, true);
  assert.deepEqual(
    tasks.filter(({ id }) => id === '3101').map(({ edition, names, differences }) => [edition, names.de, differences]),
    [
      ['live', 'Umfang vereinbaren', []],
      ['archive', 'Umfang definieren', []],
      ['preliminary', 'Projektumfang vereinbaren', []],
    ],
  );
  const { hasEditions: ofOne } = taskReport(indexOf(pagesOf(LIVE)));
  assert.equal(ofOne, false);
});

/** Adds and deletes the pages in this order. */
function grown(steps: readonly (readonly [string, string | undefined])[], index: WorkspaceIndex): WorkspaceIndex {
  for (const [name, text] of steps) {
    const path = pathOf(name);
    if (text === undefined) index.changeFiles([], [path]);
    else index.changeFiles([path], []);
    index.setPage(path, text === undefined ? undefined : summarize(path, parsePlaybook({ uri: path, text })));
    // Somebody asks after each change.
    assert.ok(index.editions.of(path));
  }
  return index;
}

test('the order in which pages come and go makes no difference', () => {
  const pages = [...THREE];
  const orders = [pages, [...pages].reverse(), [...pages].sort(([a], [b]) => (a.slice(-12) < b.slice(-12) ? -1 : 1))];
  const [expected, ...others] = orders.map((order) => {
    const detours = order.flatMap(([name, text], at): [string, string | undefined][] =>
      at % 3 === 0
        ? [
            [name, text],
            [name, undefined],
            [name, text],
          ]
        : [[name, text]],
    );
    return grown(detours, indexOf(new Map())).editions.key;
  });
  for (const other of others) assert.equal(other, expected);
  assert.equal(expected, indexOf(THREE).editions.key);
  assert.deepEqual(problemsIn(new Map([...pages].reverse())).sort(), problemsIn(THREE).sort());
});

test('a check is outdated when the editions change, and only then', () => {
  const index = indexOf(pagesOf(LIVE));
  const reader = new IndexReader(index);
  assert.equal(reader.isSameEdition(pathOf('site/english/kick-off.md'), pathOf('site-prelim/english/kick-off.md')), true);
  const { revision } = index;
  const page = 'site/english/kick-off.md';
  grown([[page, englishPage('kick-off', 'Agree on nothing')]], index);
  assert.equal(index.hasChanged(reader.topics, revision), false);
  grown([...pagesOf(PRELIMINARY)], index);
  assert.equal(index.hasChanged(reader.topics, revision), true);
  assert.equal(reader.isSameEdition(pathOf(page), pathOf('site-prelim/english/kick-off.md')), false);
});
