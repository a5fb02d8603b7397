import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cellWidth } from '../../../server/src/core/index.js';
import { excerptOf } from '../../../server/src/cli/formats/excerpt.js';
import { playbookWith } from '../../support/pages.js';
import { assertProperty } from '../../support/property.js';
import type { MemoryFiles } from '../memory-host.js';
import { FIXABLE, pageWithErrors, rowWith, runFormat, siteWith, unreadable } from './awkward-site.js';

const DOCS = 'https://site.test/docs/rules';

/** The output for one page. */
async function full(text: string, name = 'a.md'): Promise<string> {
  return (await runFormat('full', ['.'], new Map([[`/site/${name}`, text]]))).stdout;
}

test('a problem: its line, the place, the fix and the resulting line', async () => {
  assert.equal(
    await full(FIXABLE),
    `a.md:22:28  error  "m" is written as "M" in the column header
  22 │ | 1235 | Check the proxy | m | FastTrack Engineer | Exchange |
                                  ^
       Fix: Replace with "M"
  22 + | 1235 | Check the proxy | M | FastTrack Engineer | Exchange |
       task-mo-letter  ${DOCS}/task-mo-letter.md

1 playbook checked: 1 error; 1 can be fixed with --fix
`,
  );
});

test('several suggestions: the first with its result', async () => {
  assert.ok(
    (await full(playbookWith(rowWith('X')))).includes(`
       Suggestion: Replace with "M"
  21 + | 1235 | Check the proxy | M | FastTrack Engineer | Exchange |
       Suggestion: Replace with "O"
       task-mo-letter`),
  );
});

test('Chinese and Japanese characters and emoji take two columns, a tab four', async () => {
  assert.ok(
    (await full(playbookWith(rowWith('Ｘ', '检查\t代理 🚀👩‍👩‍👧 e\u0301')))).includes(`
  21 │ | 1235 | 检查    代理 🚀👩‍👩‍👧 e\u0301 | Ｘ | FastTrack Engineer | Exchange |
                                      ^^
`),
  );
});

test('invisible characters are shown, and spaces at the end', async () => {
  const page = playbookWith(rowWith('M', 'Check\u200b the\u00a0proxy')).replace(
    '#### FTOP',
    '### Step\n\nPrimary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\n#### FTOP',
  );
  const output = await full(page);
  assert.match(output, /Check\\u200b the\\u00a0proxy/);
  assert.match(output, /\+ Primary Role: \*\*FastTrack Engineer\*\*··\n/);
});

test('a long line is cut around the place', async () => {
  const output = await full(
    playbookWith(rowWith('X', `${'代理'.repeat(200)} proxy`).replace('| FastTrack', `${' '.repeat(300)}| FastTrack`)),
  );
  const lines = output.split('\n');
  const source = lines.findIndex((line) => line.startsWith('  21 │ …') && line.includes('| X '));
  assert.match(lines[source] ?? '', /^ {2}21 │ …理?(?:代理)+ proxy \| X {3,}…$/);
  assert.ok(cellWidth(lines[source] ?? '') <= 107);
  const marks = lines[source + 1] ?? '';
  assert.equal(marks.trim(), '^');
  assert.equal(cellWidth((lines[source] ?? '').split('X')[0] ?? ''), marks.indexOf('^'));
});

test('the result is below the same text of a long line', async () => {
  const output = await full(playbookWith(rowWith('m', `${'Check the proxy and the '.repeat(9)}Sharepoint`)));
  const lines = output.split('\n').filter((line) => line.startsWith('  21 '));
  assert.ok(lines.length >= 4);
  for (const [index, line] of lines.entries())
    if (line.startsWith('  21 +')) assert.equal(line.slice(6, 45), lines[index - 1]?.slice(6, 45));
});

test('an excerpt fits, is printable, and its marks are below the range', () => {
  const piece = fc.constantFrom(
    'a',
    '中',
    '🚀',
    '👩‍👩‍👧',
    '\t',
    '\u200b',
    '\u001b[2J',
    '\u202e',
    '\ud83d',
    'e\u0301',
    ' ',
    'ｱ',
    '\ufeff',
  );
  const line = fc.array(piece, { maxLength: 150 }).map((pieces) => pieces.join(''));
  assertProperty(
    fc.property(line, fc.nat(400), fc.nat(400), (text, one, other) => {
      const [start, end] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b) as [number, number];
      const excerpt = excerptOf(text, start, end);
      assert.ok(cellWidth(excerpt.text) <= 100, excerpt.text);
      assert.ok(excerpt.start + excerpt.width <= 101);
      assert.doesNotMatch(excerpt.text, /[\u0000-\u001f\u007f-\u009f\u200b\u202e\ufeff]/);
    }),
    500,
  );
});

test('the marks are exactly as wide as the text above them', () => {
  const excerpt = excerptOf('检查 ab 代理', 3, 5);
  assert.deepEqual(excerpt, { text: '检查 ab 代理', start: 5, width: 2 });
  assert.deepEqual(excerptOf('', 0, 0), { text: '', start: 0, width: 1 });
  assert.deepEqual(excerptOf('abc', 3, 3), { text: 'abc', start: 3, width: 1 });
  const cut = excerptOf(`${'x'.repeat(5_000_000)}中文${'y'.repeat(5_000_000)}`, 5_000_000, 5_000_002);
  assert.equal(cut.start, 40);
  assert.equal(cut.width, 4);
  const wide = excerptOf('中'.repeat(5_000_000), 0, 5_000_000);
  assert.ok(wide.width <= 100);
});

test('an awkward site: nothing affects the terminal, with and without colors', async () => {
  const files = siteWith({ '/site/\u001b[2J\u0007.md': pageWithErrors(1), '/site/locked.md': unreadable });
  const plain = await runFormat('full', ['.'], files);
  assert.equal(plain.code, 2);
  assert.doesNotMatch(plain.stdout + plain.stderr, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  const colored = await runFormat('full', ['.'], files, { isTerminal: true });
  assert.ok(colored.stdout.includes('\u001b[31merror'));
  assert.doesNotMatch(colored.stdout.replace(/\u001b\[\d+m/g, ''), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  assert.equal(colored.stdout.replace(/\u001b\[\d+m/g, ''), plain.stdout);
});

test('CRLF, standard input, no problems', async () => {
  assert.equal(await full(FIXABLE.replaceAll('\n', '\r\n')), await full(FIXABLE));
  const stdin = await runFormat('full', ['--stdin'], new Map(), { stdin: FIXABLE });
  assert.match(stdin.stdout, /^<stdin>:22:28 {2}error /);
  const clean = await runFormat('full', ['clean.md'], siteWith());
  assert.equal(clean.stdout, '1 playbook checked: no problems\n');
});

test('a problem of a configuration file has its line, too', async () => {
  const files: MemoryFiles = new Map([
    ['/site/a.md', FIXABLE],
    ['/site/.playbooklint.json', '{\n  "rules": {"nope": "off"}\n}\n'],
  ]);
  const { stdout } = await runFormat('full', ['.'], files);
  assert.match(stdout, /^\.playbooklint\.json:2:13 {2}\w+ {2}.*\n {3}2 │ {3}"rules": \{"nope": "off"\}\n {19}\^{6}\n/);
});
