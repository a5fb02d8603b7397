/** Lines of text for a terminal, in languages with and without spaces. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { wrapText } from '../../server/src/cli/wrap-text.js';
import { cellWidth } from '../../server/src/core/index.js';
import { root } from '../support/project.js';

const CLOSING = /^[、。，．：；！？」』）】》〉”’…・ー%)\]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/u;
const OPENING = /[「『（【《〈“‘([{]$/u;

test('English breaks at spaces, and a word that is too long has a line of its own', () => {
  assert.deepEqual(wrapText('apply all safe fixes (or not), and report', 14), [
    'apply all safe',
    'fixes (or',
    'not), and',
    'report',
  ]);
  assert.deepEqual(wrapText('see --stdin-filename=FILE here', 10), ['see', '--stdin-filename=FILE', 'here']);
  assert.deepEqual(wrapText(''), []);
});

test('code is never divided, so that it can be copied', () => {
  assert.deepEqual(wrapText('the comment `<!-- a b -->`, or not', 16), ['the comment', '`<!-- a b -->`,', 'or not']);
  assert.deepEqual(wrapText('注释`<!-- 甲 乙 -->`需要', 12), ['注释', '`<!-- 甲 乙 -->`', '需要']);
});

test('Chinese and Japanese fill the lines, and characters count double', () => {
  assert.deepEqual(wrapText('以统一差异格式输出更改', 20), ['以统一差异格式输出更', '改']);
  assert.deepEqual(wrapText('修正後のテキストを出力する', 16), ['修正後のテキスト', 'を出力する']);
  assert.deepEqual(wrapText('甲乙丙（丁）、戊己。', 8), ['甲乙丙', '（丁）、', '戊己。']);
  assert.deepEqual(wrapText('サーバーのキャッシュ', 6), ['サー', 'バーの', 'キャッ', 'シュ']);
  assert.deepEqual(wrapText('か\u3099か\u3099か\u3099', 4), ['か\u3099か\u3099', 'か\u3099']);
  assert.deepEqual(
    wrapText('格式：text、full 或 rdjson（默认为 text）', 20),
    ['格式：text、full 或', 'rdjson（默认为 text', '）'].slice(0, 1).concat(['rdjson（默认为', 'text）']),
  );
});

/** Only what can't be divided is missing at the end of a line. */
function assertFilled(lines: readonly string[], width: number, id: string): void {
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const next =
      /^(?:`[^`]*`|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\s]+|.)[^\p{sc=Han}\s]*?(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\s]|$)/u;
    const [piece = ''] = next.exec(lines[index + 1] ?? '') ?? [];
    if (/^\p{sc=Han}$/u.test(piece)) assert.ok(cellWidth(line) >= width - 5, `${id}: ${line}`);
  }
}

test('no line is too wide, divides a Latin word, or begins or ends with the wrong punctuation, in any language', () => {
  const folder = join(root, 'server/src/messages/locales');
  for (const file of readdirSync(folder)) {
    const texts = Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>);
    for (const [id, text] of texts.filter(([, one]) => !/[{}]/.test(one)))
      for (const width of [24, 55, 80]) {
        const lines = wrapText(text, width);
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''), id);
        if (file.startsWith('ja') || file.startsWith('zh')) assertFilled(lines, width, id);
        for (const line of lines) {
          assert.ok(cellWidth(line) <= width || !/\s/.test(line), `${id}: ${line}`);
          if (!/^(?:ja|zh)/.test(file)) continue;
          assert.doesNotMatch(line, CLOSING, id);
          assert.doesNotMatch(line, OPENING, id);
        }
        const wordsOf = (all: readonly string[]): string[] =>
          all.flatMap((one) => one.match(/[\p{sc=Latin}\d-]+/gu) ?? []);
        assert.deepEqual(wordsOf(lines), wordsOf([text]), id);
      }
  }
});
