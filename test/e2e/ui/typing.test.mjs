// Every key does what it does without the extension. This types one short page; `npm run typing` types the rest.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typePages } from '../../typing/compare.mjs';
import { pages } from '../../typing/pages/index.mjs';
import { SPEEDS } from '../../typing/typist.mjs';

test('a page is the same, byte for byte, whether it was typed with the extension or without it', async () => {
  const short = pages.filter(({ name }) => name === 'short page');
  // One editor after the other: a busy machine has no room for two.
  const [expected] = await typePages(short, SPEEDS.fast, { withoutExtensions: true });
  const [actual] = await typePages(short, SPEEDS.fast);
  assert.match(expected?.text ?? '', /^ms\.topic: playbook$/m);
  assert.equal(actual?.text, expected?.text);
});
