import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePlaybook, updatePlaybook } from '../../server/src/core/index.js';
import { applyEdit, edit, page as document, piece } from '../support/edited-pages.js';
import { dumpPlaybook } from '../support/dump-playbook.js';
import { corpus, noCorpus } from '../support/project.js';
import { assertProperty } from '../support/property.js';

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
  assertProperty(
    fc.property(document, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => checkEdits(text, edits)),
    200,
  );
});

/**
 * What an author types where a line begins or ends, or beside a mark: there a character can open, close or join blocks.
 */
const typed = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat(1),
  insert: fc.constantFrom(
    '',
    '>',
    '-',
    '|',
    '｜',
    ':',
    ' ',
    '\t',
    '`',
    '~',
    '#',
    '\\',
    '\n',
    '<!--',
    '-->',
    '1. ',
    '=',
    '\u200B',
  ),
});
const sensitive = fc
  .array(fc.oneof(piece, fc.constantFrom('d|\n', '|-\n', '|-', '\t| a | b |\n', '  | c |\n', '- ', '>', '|\n|-|\n')), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''));

test('an updated playbook equals one parsed from scratch, whatever is typed where blocks begin and end', () => {
  assertProperty(
    fc.property(sensitive, fc.array(typed, { minLength: 1, maxLength: 8 }), (text, keys) => {
      let playbook = parsePlaybook({ uri: 'file:///a.md', text });
      for (const { at, remove, insert } of keys) {
        const places = [
          0,
          ...[...text.matchAll(/(?<=[\r\n|>:`#-])|(?=[\r\n|>:`#-])/g)].map(({ index }) => index),
          text.length,
        ];
        const start = places[Math.floor(at * (places.length - 1))] ?? 0;
        text = text.slice(0, start) + insert + text.slice(start + remove);
        playbook = updatePlaybook(playbook, text);
        assert.equal(
          dumpPlaybook(playbook),
          dumpPlaybook(parsePlaybook({ uri: 'file:///a.md', text })),
          JSON.stringify(text),
        );
      }
    }),
    400,
  );
});

test('a line without a leading pipe is a header only above a delimiter row', () => {
  checkEdits('d|\n|-', [{ at: 4 / 5, remove: 0, insert: '>' }]);
  checkEdits('# H\n\nd | e\n|-|-|\n| 1 | 2 |\n', [
    { at: 14 / 26, remove: 0, insert: 'x' },
    { at: 14 / 27, remove: 1, insert: '' },
  ]);
});

test('a row that is extended at the end of the file is read again', () => {
  checkEdits('||', [{ at: 1, remove: 0, insert: '-->' }]);
  checkEdits('text\n| a | b |\n|---|---|\n| 1 | 2', [{ at: 1, remove: 0, insert: '3' }]);
});

test('the blocks cover the file after the front matter without gaps', () => {
  assertProperty(
    fc.property(document, (text) => {
      const { blocks } = parsePlaybook({ uri: 'file:///a.md', text });
      for (const [index, { start, value }] of blocks.entries()) {
        assert.equal(text.slice(start, start + value.source.length), value.source);
        assert.equal(start + value.source.length, blocks[index + 1]?.start ?? text.length);
      }
    }),
    300,
  );
});

test('an updated playbook equals one parsed from scratch on real pages', { skip: noCorpus }, () => {
  const files = readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'));
  const sampled = files
    .filter((_, index) => index % 15 === 0)
    .map((name) => readFileSync(join(corpus, name), 'utf8'))
    .filter((text) => text.length < 30_000);
  assertProperty(
    fc.property(fc.constantFrom(...sampled), fc.array(edit, { minLength: 1, maxLength: 3 }), (text, edits) =>
      checkEdits(text, edits),
    ),
    30,
  );
});
