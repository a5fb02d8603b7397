import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckResult } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';
import { playbookWith } from '../support/pages.js';
import { english } from '../support/english.js';
import { countingRule, SITE, A, B, C, row, opened } from './open-index.js';

test('a page is checked again if a task that it mentions changes elsewhere, and only then', async () => {
  const runs: string[] = [];
  const host = new MemoryFiles([
    [A, playbookWith(row('1234'))],
    [B, playbookWith(row('1234'))],
    [C, playbookWith(row('9999'))],
  ]);
  const { workspace } = await opened({ host, rules: [countingRule(runs)] });
  for (const uri of [A, B, C]) workspace.open(uri, host.files.get(uri) ?? '');
  const last = new Map<string, CheckResult>();
  const messages = async (uri: string): Promise<string[]> => {
    const check = await workspace.problemsOf(uri);
    assert.ok(check !== undefined);
    last.set(uri, check);
    return check.problems.map(({ message }) => english(message));
  };
  const isOutdated = (uri: string): boolean => !workspace.isFresh(last.get(uri) ?? assert.fail());
  assert.deepEqual(await messages(A), ['1234 is on 2 pages']);
  await messages(B);
  await messages(C);
  runs.length = 0;

  workspace.change(B, playbookWith(row('1234'), '', row('1235')));
  assert.deepEqual(await messages(B), ['1234 is on 2 pages', '1235 is on 1 pages']);
  assert.ok(!isOutdated(A) && !isOutdated(C), 'a task on no other page outdates no other page');
  workspace.change(B, playbookWith('', '', row('1234').replaceAll(' |', '    |')));
  await messages(B);
  assert.ok(!isOutdated(A), 'the same row in another place and with other blanks is the same');
  workspace.change(B, playbookWith(row('1234', 'Another name')));
  await messages(B);
  assert.ok(isOutdated(A), 'another name is news for who has the task');
  assert.ok(!isOutdated(C));
  workspace.change(B, playbookWith(row('9999')));
  await messages(B);
  runs.length = 0;
  assert.deepEqual(await messages(A), ['1234 is on 1 pages']);
  assert.deepEqual(await messages(C), ['9999 is on 2 pages']);
  assert.deepEqual(await messages(C), ['9999 is on 2 pages']);
  assert.deepEqual(runs, [A, C]);
});

test('a translation is checked again if the structure of its English page changes, and only then', async () => {
  const english = `${SITE}/english/move.md`;
  const german = `${SITE}/german/move-de.md`;
  const other = `${SITE}/english/other.md`;
  const rows = [row('1234'), row('1235')];
  const pageWith = (text: string, ...tasks: string[]): string => `${playbookWith(...tasks)}\n${text}\n`;
  const host = new MemoryFiles([
    [english, pageWith('Read [this](https://contoso.com).', ...rows)],
    [
      german,
      pageWith(
        'Das ist für den Kunden, der das liest, und nicht für die anderen. Sie müssen die Aufgaben auf der Seite mit dem Kunden prüfen, und das Ergebnis wird von dem Kunden bestätigt.',
        ...rows,
      ),
    ],
    [other, pageWith('- One', row('1234'))],
  ]);
  const { workspace } = await opened({ host });
  for (const uri of [english, german, other]) workspace.open(uri, host.files.get(uri) ?? '');
  const check = async (uri: string): Promise<CheckResult> =>
    (await workspace.problemsOf(uri)) ?? assert.fail(`${uri} is not checked`);
  /** Whether the translation, and the page with a common task, are outdated after the English page has `text`. */
  const outdated = async (text: string): Promise<readonly [boolean, boolean]> => {
    const [before, beside] = [await check(german), await check(other)];
    workspace.change(english, text);
    await check(english);
    return [!workspace.isFresh(before), !workspace.isFresh(beside)];
  };
  await check(english);
  assert.deepEqual(await outdated(pageWith('Read [that](https://contoso.com) first.', ...rows)), [false, false]);
  assert.deepEqual(await outdated(pageWith('Read [that](https://contoso.com/b).', ...rows)), [true, false]);
  assert.deepEqual(await outdated(pageWith('- One\n- Two', ...rows)), [true, false]);
  assert.deepEqual(await outdated(pageWith('- Two\n- Three', ...rows)), [false, false]);
  assert.deepEqual(await outdated(pageWith('- Two\n- Three', ...[...rows].reverse())), [true, false]);
});

test("a new picture, a table of contents saved without changes, and a rescan don't affect any page", async () => {
  const host = new MemoryFiles([
    [A, playbookWith(row('1234'))],
    [B, playbookWith(row('1235'))],
    [`${SITE}/toc.yml`, '- href: a.md\n'],
    [`${SITE}/docfx.json`, '{"build": {"content": [{"files": ["**/*.md"]}]}}'],
  ]);
  const { workspace } = await opened({ host });
  const check = async (uri: string): Promise<CheckResult> =>
    workspace.check(uri, { text: host.files.get(uri) ?? '', encoding: 'utf-8' });
  const before = [await check(A), await check(B)];
  const isOrphan = ({ problems }: CheckResult): boolean => problems.some(({ ruleId }) => ruleId === 'toc-orphan');
  assert.deepEqual(before.map(isOrphan), [false, true]);
  host.files.set(`${SITE}/media/new.png`, '');
  workspace.filesChanged([
    { uri: `${SITE}/media/new.png`, kind: 'created' },
    { uri: `${SITE}/toc.yml`, kind: 'changed' },
    { uri: `${SITE}/docfx.json`, kind: 'changed' },
  ]);
  await workspace.indexed();
  workspace.rescan();
  await workspace.indexed();
  assert.deepEqual(
    before.map((one) => workspace.isFresh(one)),
    [true, true],
  );
  host.files.set(`${SITE}/toc.yml`, '- href: a.md\n- href: b.md\n');
  workspace.filesChanged([{ uri: `${SITE}/toc.yml`, kind: 'changed' }]);
  await workspace.indexed();
  assert.deepEqual(
    before.map((one) => workspace.isFresh(one)),
    [true, false],
    'only the page that is named now has other news',
  );
  assert.deepEqual([await check(A), await check(B)].map(isOrphan), [false, false]);
});

test('pages without a home link are checked again when the pages beside them get or lose theirs', async () => {
  const page = (end: string): string => `---\nft.audience: partner\n---\n\n# Plan\n\nPlan it.\n\n${end}`;
  const home = page('[Home](http://partner-docs.microsoft.com)\n');
  const files = ['a', 'b', 'c', 'd'].map((name) => `${SITE}/${name}.md`);
  const host = new MemoryFiles([...files.map((uri): [string, string] => [uri, home]), [C, page('')]]);
  const { workspace } = await opened({ host });
  const isReported = async (): Promise<boolean> => {
    const { problems } = await workspace.check(C, { text: host.files.get(C) ?? '', encoding: 'utf-8' });
    return problems.some(({ ruleId }) => ruleId === 'footer-home-missing');
  };
  assert.equal(await isReported(), true);
  host.files.set(A, page(''));
  workspace.filesChanged([{ uri: A, kind: 'changed' }]);
  await workspace.indexed();
  assert.equal(await isReported(), false, 'two of three pages are too few');
  host.files.set(A, home);
  workspace.filesChanged([{ uri: A, kind: 'changed' }]);
  await workspace.indexed();
  assert.equal(await isReported(), true);
});
