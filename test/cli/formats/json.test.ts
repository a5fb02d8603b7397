import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineMap } from '../../../server/src/core/index.js';
import { GOOD_ROW, playbookWith } from '../../support/pages.js';
import { edited, FIXABLE, problemsIn, rowWith, runFormat, SITE, siteWith } from './awkward-site.js';

test('a problem lists its fixes, the preferred one first', async () => {
  const files = new Map([['/site/a.md', FIXABLE]]);
  const [problem] = (await problemsIn(['.'], files)).get('a.md') ?? [];
  assert.deepEqual(problem?.fixes, [
    {
      title: 'Replace with "M"',
      isSafe: true,
      isPreferred: true,
      edits: [{ line: 22, column: 28, endLine: 22, endColumn: 29, offset: 493, endOffset: 494, text: 'M' }],
    },
  ]);
  assert.equal(problem.fixable, true);
});

test('suggestions that are equally likely are neither safe nor preferred', async () => {
  const files = new Map([['/site/a.md', playbookWith(rowWith('X'))]]);
  const [problem] = (await problemsIn(['.'], files)).get('a.md') ?? [];
  assert.deepEqual(
    problem?.fixes.map(({ title, isSafe, isPreferred }) => ({ title, isSafe, isPreferred })),
    [
      { title: 'Replace with "M"', isSafe: false, isPreferred: false },
      { title: 'Replace with "O"', isSafe: false, isPreferred: false },
    ],
  );
});

test('lines and columns of edits agree with their offsets, and the safe edits do what --fix does', async () => {
  const all = await problemsIn(['.'], siteWith());
  for (const [path, problems] of all) {
    const text = SITE[`/site/${path}`] ?? '';
    const lines = LineMap.of(text);
    for (const { fixes, fixable } of problems) {
      assert.equal(
        fixes.some(({ isSafe }) => isSafe),
        fixable,
      );
      for (const edit of fixes.flatMap(({ edits }) => edits)) {
        assert.equal(lines.offsetAt({ line: edit.line - 1, column: edit.column - 1 }), edit.offset, path);
        assert.equal(lines.offsetAt({ line: edit.endLine - 1, column: edit.endColumn - 1 }), edit.endOffset, path);
      }
    }
  }
  const path = '页面/网络 🚀.md';
  const safe = (all.get(path) ?? []).flatMap(({ fixes }) => fixes.filter(({ isSafe }) => isSafe));
  assert.ok(safe.length > 0);
  const files = siteWith();
  await runFormat('json', ['--fix', path], files);
  assert.equal(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(`/site/${path}`) as Uint8Array),
    edited(
      SITE[`/site/${path}`] ?? '',
      safe.flatMap(({ edits }) => edits),
    ),
  );
});

test('the output has the documented keys only', async () => {
  const { stdout } = await runFormat('json', ['.'], siteWith({ '/site/b.md': playbookWith(GOOD_ROW) }));
  const report = JSON.parse(stdout) as { files: object[] };
  assert.deepEqual(Object.keys(report), ['files', 'summary']);
  for (const file of report.files) assert.deepEqual(Object.keys(file), ['path', 'problems']);
});
