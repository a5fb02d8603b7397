import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPlaybook, isProcessPlaybook, LANGUAGES, parsePlaybook } from '../../server/src/core/index.js';
import type {
  ConfigurationResult,
  FixWorkspaceResult,
  KnownTasksResult,
  NewPageKind,
  NewPageFileResult,
  NewPageResult,
  OfferedVocabulary,
  RefreshDraftResult,
} from '../../server/src/protocol/index.js';
import { lintText } from '../support/lint.js';
import { pagesOf } from '../support/edition-pages.js';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

describe('playbook/vocabulary', () => {
  test('returns the words of the page, with ids that all languages have', async () => {
    const client = await TestClient.inMemory();
    await client.open(PAGE, playbookWith(GOOD_ROW));
    const words = await client.request<OfferedVocabulary>('playbook/vocabulary', { uri: PAGE });
    assert.equal(words.language, 'en');
    assert.deepEqual(words.roles[0], { id: 'fasttrack-engineer', label: 'FastTrack Engineer' });
    assert.deepEqual(words.letters, { mandatory: 'M', optional: 'O' });
    assert.ok(new RegExp(words.taskId.pattern).test('4301'));
    assert.deepEqual(
      words.languages.map(({ id }) => id),
      LANGUAGES,
    );
    await client.stop();
  });

  test('returns the words of another language if it is specified, even without a page', async () => {
    const client = await TestClient.inMemory();
    const words = await client.request<OfferedVocabulary>('playbook/vocabulary', {
      uri: 'untitled:playbook',
      language: 'zh',
    });
    assert.equal(words.language, 'zh');
    assert.deepEqual(words.roles[0], { id: 'fasttrack-engineer', label: 'FastTrack 工程师' });
    assert.ok(
      [words.roles, words.services, words.phases, words.motions].every(
        (terms) => terms.length > 0 && terms.every(({ label }) => label !== '-'),
      ),
    );
    await client.stop();
  });
});

test('playbook/knownTasks returns the tasks of the other pages, and which are on this page', async () => {
  const files = new Map([
    [
      OTHER,
      playbookWith('| 2000 | Ask the team | O | SME | Teams / Exchange |', '| 2001 | Tell | M | Somebody | Teams |'),
    ],
  ]);
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, playbookWith(GOOD_ROW));
  const { tasks, onPage } = await client.request<KnownTasksResult>('playbook/knownTasks', { uri: PAGE });
  assert.deepEqual(onPage, ['1234']);
  assert.deepEqual(tasks, [
    { id: '2000', name: 'Ask the team', mo: 'optional', roles: ['sme'], services: ['teams', 'exchange'] },
    { id: '2001', name: 'Tell', mo: 'mandatory', roles: [], services: ['teams'] },
  ]);
  await client.stop();
});

test('playbook/knownTasks returns a name with links as a list shows it, too', async () => {
  const name = '[Ask](https://example.com/a) the team';
  const files = new Map([[OTHER, playbookWith(`| 2000 | ${name} | O | SME | Teams |`)]]);
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, playbookWith(GOOD_ROW));
  const { tasks } = await client.request<KnownTasksResult>('playbook/knownTasks', { uri: PAGE });
  assert.deepEqual(
    tasks.map((task) => [task.name, task.shownName]),
    [[name, 'Ask the team']],
  );
  await client.stop();
});

describe('playbook/newPage', () => {
  for (const language of LANGUAGES) {
    for (const kind of ['process', 'approach', 'page'] satisfies NewPageKind[]) {
      test(`writes a page without problems: ${kind}, ${language}`, async () => {
        const client = await TestClient.inMemory();
        for (const audience of ['partner', 'internal']) {
          const { text, snippet } = await client.request<NewPageResult>('playbook/newPage', {
            kind,
            language,
            audience,
            title: 'FastTrack: a "new" page',
            phase: 'assess',
            owner: 'v-ada',
            author: 'Ada North',
          });
          assert.deepEqual(
            lintText(text).map(({ ruleId, message }) => `${ruleId}: ${message}`),
            [],
          );
          assert.deepEqual(lintText(filledIn(snippet)), [], 'nor has what VS Code makes of the snippet');
          const page = parsePlaybook({ uri: PAGE, text });
          assert.deepEqual(
            [page.language, isPlaybook(page), isProcessPlaybook(page)],
            [language, true, kind === 'process'],
          );
          assert.match(text, /\ntitle: "FastTrack: a \\"new\\" page"\n/);
          assert.match(text, /\n# FastTrack: a "new" page\n/);
        }
        await client.stop();
      });
    }
  }

  for (const [title, heading, value] of [
    ['Plan <!-- and do', 'Plan \\<!-- and do', 'Plan <!-- and do'],
    ['Plan <!-- a --> do', 'Plan <!-- a --> do', 'Plan <!-- a --> do'],
    ['A --> B', 'A --> B', 'A --> B'],
    ['# Plan', '# Plan', '"# Plan"'],
    ['Learn F #', 'Learn F \\#', '"Learn F #"'],
    ['C# ##', 'C# \\##', '"C# ##"'],
    ['2026-05-01', '2026-05-01', '"2026-05-01"'],
    ['365', '365', '"365"'],
    ['365 days', '365 days', '365 days'],
    ['Plan:', 'Plan:', '"Plan:"'],
    ['a: b', 'a: b', '"a: b"'],
    ['One\nline\r\n---', 'One line ---', 'One line ---'],
    ["'quoted'", "'quoted'", '"\'quoted\'"'],
    ['Back\\slash', 'Back\\slash', 'Back\\slash'],
    ['| pipe', '| pipe', '"| pipe"'],
  ] as const) {
    test(`keeps the title ${JSON.stringify(title)}`, async () => {
      const client = await TestClient.inMemory();
      const { text } = await client.request<NewPageResult>('playbook/newPage', {
        kind: 'process',
        language: 'en',
        audience: 'partner',
        title,
        author: title,
      });
      assert.ok(text.includes(`\n# ${heading}\n`), text);
      assert.ok(text.includes(`\ntitle: ${value}\n`), text);
      const { frontMatter, tables } = parsePlaybook({ uri: PAGE, text });
      assert.equal(tables.length, 1, 'nothing hides the table');
      assert.ok(frontMatter);
      await client.stop();
    });
  }

  test('uses the configuration of the place where the page will be saved', async () => {
    const files = new Map([
      ['file:///site/.playbooklint.json', JSON.stringify({ frontMatter: { required: ['title', 'ft.team'] } })],
      [
        'file:///site/de/.playbooklint.json',
        JSON.stringify({ vocabulary: { phases: { assess: { de: 'Sichtung' } } } }),
      ],
    ]);
    const client = await TestClient.inMemory({ files });
    const written = async (uri: string | undefined): Promise<string> =>
      (
        await client.request<NewPageResult>('playbook/newPage', {
          kind: 'process',
          language: 'de',
          audience: 'partner',
          title: 'Seite',
          phase: 'assess',
          uri,
        })
      ).text;
    assert.match(await written('file:///site/new.md'), /\nft\.team: .*\n[^]*\nPhase: \*\*Analyse\*\*\n/);
    assert.match(await written('file:///site/de/new.md'), /\nPhase: \*\*Sichtung\*\*\n/);
    for (const elsewhere of [undefined, 'untitled:new.md', 'file:///other/new.md'])
      assert.doesNotMatch(await written(elsewhere), /ft\.team|Sichtung/);
    const words = await client.request<OfferedVocabulary>('playbook/vocabulary', {
      uri: 'file:///site/de/new.md',
      language: 'de',
    });
    assert.equal(words.phases.find(({ id }) => id === 'assess')?.label, 'Sichtung');
    await client.stop();
  });

  test("omits everything that isn't specified", async () => {
    const client = await TestClient.inMemory();
    const { text } = await client.request<NewPageResult>('playbook/newPage', {
      kind: 'process',
      language: 'en',
      audience: 'partner',
      title: 'Page',
    });
    assert.deepEqual(lintText(text), []);
    await client.stop();
  });

  test('has tab stops for what is not known and for the texts of the sections', async () => {
    const client = await TestClient.inMemory();
    const { snippet } = await client.request<NewPageResult>('playbook/newPage', {
      kind: 'process',
      language: 'en',
      audience: 'partner',
      title: 'Save $5 {a} \\ month',
    });
    assert.match(snippet, /^author: \$\{1:First Last\}$/m);
    assert.match(snippet, /^ms\.author: \$\{(\d):alias\}$[^]*^manager: \$\1$/m, 'one text for every alias');
    assert.match(snippet, /^# Save \\\$5 \{a\\\} \\\\ month$/m);
    assert.match(snippet, /^## Overview\n\n\$\d+\n\n## Objectives$/m);
    assert.match(snippet, /^### \$\{\d+:[^}]+\}$/m);
    assert.match(snippet, /\| \$1 \| \$\{\d+:[^}]+\} \|\n$/, 'the author of the refresh log is that of the page');
    await client.stop();
  });
});

/** The snippet with the texts of its tab stops. */
function filledIn(snippet: string): string {
  return snippet.replace(/\$(?:\d+|\{\d+:((?:[^}\\]|\\.)*)\})/g, '$1').replace(/\\([\\$}])/g, '$1');
}

describe('playbook/newPageFile', () => {
  const page = playbookWith(GOOD_ROW);
  const german =
    '---\nft.audience: partner\n---\n\n# Netz\n\nDiese Seite beschreibt, wie das Netz geprüft wird und was danach zu tun ist.\n';
  const fileFor = async (
    paths: readonly string[],
    params: { title: string; language?: string; phase?: string; uri?: string },
  ): Promise<string | null> => {
    const files = new Map(
      paths.map((path) => [`file:///site/${path}`, /(?:^|[-./])de[-./]/.test(path) ? german : page]),
    );
    const client = await TestClient.inMemory({ files });
    await client.open('file:///site/open.md', page);
    const { uri } = await client.request<NewPageFileResult>('playbook/newPageFile', {
      uri: 'file:///site/en/page.md',
      language: 'en',
      ...params,
    });
    await client.stop();
    return uri?.replace('file:///site/', '') ?? null;
  };

  test('proposes the title as the name, in the folder of the author', async () => {
    assert.equal(await fileFor(['en/a.md'], { title: 'Check the network!' }), 'en/check-the-network.md');
    assert.equal(await fileFor(['en/a.md'], { title: 'Überprüfung: Größe' }), 'en/uberprufung-grosse.md');
  });

  test('names the page like the others: with the phase, and with the mark of the language', async () => {
    const pages = ['en/assess-devices.md', 'de/assess-devices-de.md', 'de/assess-mail-de.md'];
    const params = { title: 'Check the network', phase: 'assess' };
    assert.equal(await fileFor(pages, params), 'en/assess-check-the-network.md');
    assert.equal(await fileFor(pages, { ...params, language: 'de' }), 'de/assess-check-the-network-de.md');
    assert.equal(await fileFor(pages, { ...params, title: 'Assess devices' }), 'en/assess-devices-2.md');
  });

  test('has a name for a title in other characters, and for a first page in a language', async () => {
    assert.equal(
      await fileFor(['en/a.md'], { title: '评估 Teams', phase: 'assess', language: 'zh' }),
      'en/assess-playbook-zh.md',
    );
    assert.equal(
      await fileFor([], { title: '评估', language: 'zh', uri: 'file:///site/chinese/a.md' }),
      'chinese/new-playbook.md',
    );
  });
});

test('playbook/refreshDraft describes which tasks were added and removed', async () => {
  const client = await TestClient.inMemory();
  await client.open(
    PAGE,
    playbookWith(GOOD_ROW, '| 2000 | Ask | O | SME | Teams |', '| 2001 | Tell | O | SME | Teams |'),
  );
  const draft = async (...rows: readonly string[]): Promise<string> =>
    (await client.request<RefreshDraftResult>('playbook/refreshDraft', { uri: PAGE, before: playbookWith(...rows) }))
      .text;
  assert.equal(await draft(GOOD_ROW, '| 3000 | Gone | O | SME | Teams |'), 'Added tasks 2000, 2001; removed task 3000');
  assert.equal(await draft(GOOD_ROW, '| 2000 | Ask | O | SME | Teams |', '| 2001 | Tell | O | SME | Teams |'), '');
  await client.stop();
});

test('playbook/fixWorkspace returns the safe fixes of all pages, including unsaved changes', async () => {
  const slip = '| 2000 | Ask the team | O | SME |  Teams';
  const files = new Map([
    [OTHER, playbookWith(GOOD_ROW).replace('#### FTOP', '####FTOP')],
    [PAGE, playbookWith(GOOD_ROW)],
    ['file:///site/good.md', playbookWith('| 3000 | Ask | O | SME | Teams |')],
  ]);
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, playbookWith(slip).replace('#### FTOP', '####FTOP'));
  const pages = await client.request<FixWorkspaceResult>('playbook/fixWorkspace', {});
  assert.deepEqual(
    pages?.map(({ uri, version, rules }) => ({ uri, version, rules })),
    [
      { uri: OTHER, version: null, rules: ['heading-not-rendered'] },
      { uri: PAGE, version: 1, rules: ['heading-not-rendered'] },
    ],
  );
  assert.deepEqual(pages[0]?.edits, [
    { range: { start: { line: 16, character: 4 }, end: { line: 16, character: 4 } }, newText: ' ', oldText: '' },
  ]);
  await client.stop();
});

test('playbook/configuration names the file that sets the severity of a rule', async () => {
  const base = 'file:///site/base.json';
  const files = new Map([
    [
      'file:///site/.playbooklint.json',
      JSON.stringify({
        extends: ['./base.json'],
        rules: { 'heading-space': 'off' },
        overrides: [{ files: ['other.md'], rules: { 'link-empty': 'off' } }],
      }),
    ],
    [base, JSON.stringify({ rules: { 'heading-space': 'info', 'image-alt': 'error' } })],
  ]);
  const client = await TestClient.inMemory({ files });
  const result = await client.request<ConfigurationResult>('playbook/configuration', { uri: PAGE });
  const rule = (id: string): unknown => {
    const { severity, sources } = result.rules.find((one) => one.id === id) ?? assert.fail(id);
    return [severity, ...sources.map((source) => source.slice(source.lastIndexOf('/') + 1))];
  };
  assert.deepEqual(rule('heading-space'), ['off', 'base.json', '.playbooklint.json']);
  assert.deepEqual(rule('image-alt'), ['error', 'base.json']);
  assert.equal((rule('link-empty') as string[]).length, 1);
  assert.deepEqual([result.path, result.page], ['page.md', 'as-it-is']);
  assert.deepEqual(result.words, []);
  await client.stop();
});

test('playbook/configuration names the editions, their folders, and how they were found', async () => {
  const pages = [...pagesOf({ folder: 'pages' }, { folder: 'pages-prelim' })];
  const files = new Map(pages.map(([name, text]): [string, string] => [`file:///site/${name}`, text]));
  const client = await TestClient.inMemory({ files });
  const uri = 'file:///site/pages-prelim/german/kick-off-de.md';
  const { edition, editions } = await client.request<ConfigurationResult>('playbook/configuration', { uri });
  assert.equal(edition, 'preliminary');
  assert.deepEqual(editions, [
    { name: 'live', folder: 'pages', globs: [], foundBy: 'folders' },
    { name: 'preliminary', folder: 'pages-prelim', globs: [], foundBy: 'folders' },
  ]);
  files.set('file:///site/.playbooklint.json', '{"editions": {"next": ["pages-prelim/"]}}');
  await client.notify('workspace/didChangeWatchedFiles', {
    changes: [{ uri: 'file:///site/.playbooklint.json', type: 1 }],
  });
  const configured = await client.request<ConfigurationResult>('playbook/configuration', { uri });
  assert.equal(configured.edition, 'next');
  assert.deepEqual(configured.editions, [
    { name: 'next', folder: '', globs: ['pages-prelim/'], foundBy: 'configuration' },
  ]);
  await client.stop();
});

test('playbook/configuration says which release is set, and that newer rules are off', async () => {
  const config = 'file:///site/.playbooklint.json';
  const client = await TestClient.inMemory({ files: new Map([[config, '{"rulesAsOf": "0.1.0"}']]) });
  const result = await client.request<ConfigurationResult>('playbook/configuration', { uri: PAGE });
  const newer = result.rules.filter(({ sources }) => sources.length > 0);
  assert.ok(newer.length > 0);
  assert.deepEqual(new Set(newer.flatMap(({ severity, sources }) => [severity, ...sources])), new Set(['off', config]));
  assert.deepEqual(result.rulesAsOf, { release: '0.1.0', source: config, newerRules: newer.length });
  await client.stop();
});

test('playbook/configuration names the file that changes a word', async () => {
  const files = new Map([
    [
      'file:///site/.playbooklint.json',
      JSON.stringify({
        extends: './base.json',
        vocabulary: {
          roles: ['Adoption | Coach', 7],
          services: { loop: { en: 'Loop', de: { canonical: 'Schleife', errors: ['Loup'] } }, 'BAD ID': { en: 'X' } },
        },
        taskId: { pattern: '^T-\\d+$' },
        overrides: [
          { files: 'other.md', frontMatter: { required: ['title'] } },
          { files: '*.md', frontMatter: { optional: ['team', 'group'] } },
        ],
      }),
    ],
    ['file:///site/base.json', JSON.stringify({ vocabulary: { services: { loop: { en: 'Microsoft Loop' } } } })],
  ]);
  const client = await TestClient.inMemory({ files });
  const { words } = await client.request<ConfigurationResult>('playbook/configuration', { uri: PAGE });
  const own = 'file:///site/.playbooklint.json';
  assert.deepEqual(words, [
    { key: 'services', name: 'loop', value: { en: 'Microsoft Loop' }, source: 'file:///site/base.json' },
    { key: 'roles', name: 'own-adoption-coach', value: 'Adoption | Coach', source: own },
    {
      key: 'services',
      name: 'loop',
      value: { en: 'Loop', de: { canonical: 'Schleife', errors: ['Loup'] } },
      source: own,
    },
    { key: 'taskId', name: 'pattern', value: '^T-\\d+$', source: own },
    { key: 'frontMatter', name: 'optional', value: ['team', 'group'], source: own },
  ]);
  await client.stop();
});
