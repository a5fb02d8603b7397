// Every key does what it does without the extension. This types one short page; `npm run typing` types the rest.
import assert from 'node:assert/strict';
import { authors } from '../../typing/authors.mjs';
import { comparePage } from '../../typing/compare.mjs';
import { openEditor } from '../../typing/editor.mjs';
import { pages } from '../../typing/pages/index.mjs';
import { SPEEDS } from '../../typing/typist.mjs';
import { firstLost } from '../../typing/witness.mjs';
import { test } from './ui-test.mjs';

const short = pages.filter(({ name }) => name === 'short page');

/** @param {{ withoutExtensions: boolean }} options */
async function typeShortPage({ withoutExtensions }) {
  const editor = await openEditor({ pages: short, settings: authors[0]?.settings ?? {}, withoutExtensions });
  try {
    const [page = assert.fail('There is no short page')] = short;
    return (await editor.typePage(page, SPEEDS.fast)).text;
  } finally {
    await editor.close();
  }
}

test('a page is the same, byte for byte, whether it was typed with the extension or without it', async () => {
  // One editor after the other: a busy machine has no room for two.
  const expected = await typeShortPage({ withoutExtensions: true });
  assert.match(expected, /^ms\.topic: playbook$/m);
  assert.equal(await typeShortPage({ withoutExtensions: false }), expected);
});

test('a key that does not reach the editor is noticed, and so is one that comes twice or to another place', () => {
  const sent = ['key a', 'key Enter', 'text 日本', 'key b'];
  assert.equal(firstLost(sent, ['key a', 'text a', 'key Enter', 'text 日本', 'key b', 'text b']), undefined);
  // The extension swallowed what `b` writes: not for this to excuse.
  assert.equal(firstLost(sent, ['key a', 'text a', 'key Enter', 'text 日本', 'key b']), undefined);
  assert.match(firstLost(sent, ['key a', 'text a', 'text 日本', 'key b']) ?? '', /Enter was due/);
  assert.match(firstLost(sent, ['key a', 'key a', 'key Enter', 'text 日本', 'key b']) ?? '', /Enter was due/);
  assert.match(firstLost(sent, ['key a', 'key Enter', 'key b', 'text b']) ?? '', /日本 was due/);
  assert.match(firstLost(sent, ['key a outside the editor', 'key Enter']) ?? '', /key a was due/);
  assert.match(firstLost(sent, ['key a', 'key Enter', 'text 日本']) ?? '', /key b did not arrive/);
});

test('a difference counts unless VS Code alone has given the same page', async () => {
  const gives = (/** @type {string[]} */ ...texts) => ({
    typePage: () => Promise.resolve({ keys: 1, lost: 0, text: texts.shift() ?? assert.fail('Typed once too often') }),
  });
  const judge = (/** @type {string} */ actual, /** @type {string[]} */ ...references) =>
    comparePage({ with: gives(actual), without: gives(...references) }, { name: '', file: '', keys: '' }, 0).then(
      ({ expected, again }) => [expected === actual, again],
    );
  assert.deepEqual(await judge('A', 'A'), [true, 0]);
  assert.deepEqual(await judge('A', 'B', 'B'), [false, 1]);
  assert.deepEqual(await judge('A', 'B', 'A'), [true, 1]);
  assert.deepEqual(await judge('A', 'B', 'C', 'C'), [false, 2]);
  assert.deepEqual(await judge('A', 'B', 'C', 'D', 'E'), [false, 3]);
});
