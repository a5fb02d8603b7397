import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePlaybook, updatePlaybook } from '../../server/src/core/index.js';
import { dumpPlaybook } from '../support/dump-playbook.js';
import { noShared, shared } from '../support/project.js';

/** Pieces that open, close, cut or join blocks when they are typed, pasted or deleted. */
const PIECES = [
  '---\n', '---js\n', 'ft.audience: partner\n', 'title: x\n', '\n', '\n\n', '\r\n', '\r', ' ', '    ', '\t',
  '# Overview\n', '## Key Inputs\n', '####FTOP Tasks\n', '#### FTOP Tasks\n\n', 'Overview\n===\n', '概述\n---\n',
  '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n', '|---|---|---|---|---|\n', '| --- | --- |\n',
  '| 3184 | Check | M | FE | Exchange |\n', '| 3190 | a | M | FE | Teams || 3191 | b | O | FM | Teams |\n', '|| 1 | 2 |\n', '｜ 1 ｜ 2 ｜\n',
  '|', '||', '\\|', 'Primary Role: **FastTrack Engineer**  \n', 'Applies To: **All Services**\n', '**Phase: Assess**\n', '主要角色: **FastTrack 工程师**\n',
  '- item\n', '  - nested\n', '1. one\n', '> [!NOTE]\n', '> quote\n', '```\n', '~~~~\n', '<!-- ', '-->', '<div>\n', '</div>\n', '<script>\n',
  '<!-- playbook-lint-disable-line task-id-format -->', '[a](b.md)', '![x](y.png)', '**bold**', '[r]: http://x\n', '[t][r]', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n', 'word',
];

const piece = fc.constantFrom(...PIECES);
const document = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(30), insert: fc.array(piece, { maxLength: 3 }).map((p) => p.join('')) });

function applyEdit(text: string, { at, remove, insert }: { at: number; remove: number; insert: string }): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

function checkEdits(text: string, edits: readonly { at: number; remove: number; insert: string }[]): void {
  let playbook = parsePlaybook({ uri: 'file:///a.md', text });
  for (const change of edits) {
    text = applyEdit(text, change);
    playbook = updatePlaybook(playbook, text);
    assert.equal(playbook.text, text);
    assert.equal(dumpPlaybook(playbook), dumpPlaybook(parsePlaybook({ uri: 'file:///a.md', text })));
  }
}

test('an updated playbook equals one parsed from scratch, whatever is typed', () => {
  fc.assert(
    fc.property(document, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => checkEdits(text, edits)),
    { numRuns: 200 },
  );
});

test('a row that grows at the end of the file is read again', () => {
  checkEdits('||', [{ at: 1, remove: 0, insert: '-->' }]);
  checkEdits('text\n| a | b |\n|---|---|\n| 1 | 2', [{ at: 1, remove: 0, insert: '3' }]);
});

test('the blocks tile the file behind the front matter', () => {
  fc.assert(
    fc.property(document, (text) => {
      const { blocks } = parsePlaybook({ uri: 'file:///a.md', text });
      for (const [index, { start, value }] of blocks.entries()) {
        assert.equal(text.slice(start, start + value.source.length), value.source);
        assert.equal(start + value.source.length, blocks[index + 1]?.start ?? text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test('an updated playbook equals one parsed from scratch on real pages', { skip: noShared }, () => {
  const files = readdirSync(join(shared, 'corpus'), { recursive: true }).map(String).filter((name) => name.endsWith('.md'));
  const sampled = files.filter((_, index) => index % 15 === 0).map((name) => readFileSync(join(shared, 'corpus', name), 'utf8')).filter((text) => text.length < 30_000);
  fc.assert(
    fc.property(fc.constantFrom(...sampled), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) => checkEdits(text, edits)),
    { numRuns: 30 },
  );
});
