import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ListOpenings, type ListRequest } from '../../../client/src/common/typing/list-openings.js';

const uri = 'file:///page.md';
const at = (character: number, version = 1, wordStart = character): ListRequest => ({
  uri,
  version,
  caret: { line: 4, character },
  wordStart,
});

test('an author who presses Ctrl+Space gets a list, even right after a letter', () => {
  const openings = new ListOpenings();
  openings.onTyped(uri, 1);
  assert.equal(openings.opensByItself(at(3), false, 0), false);
});

test('with quick suggestions, VS Code requests first after a change, and the author requests next', () => {
  const openings = new ListOpenings();
  openings.onTyped(uri, 1);
  assert.equal(openings.opensByItself(at(3), true, 0), true);
  assert.equal(openings.opensByItself(at(3), true, 5), false);
  openings.onTyped('file:///other.md', 1);
  assert.equal(openings.opensByItself(at(3), true, 10), false);
});

test('a late list of a trigger character that opens in another word opens by itself', () => {
  const openings = new ListOpenings();
  openings.onTrigger(uri, at(10).caret, 0);
  openings.onTyped(uri, 3);
  assert.equal(openings.opensByItself(at(13, 3, 11), false, 200), true);
  assert.equal(openings.opensByItself(at(13, 3, 11), false, 300), false, 'who asks again is the author');
});

test('a trigger character has no effect on the word right after it, without a word, on another line or page, and later', () => {
  const asked = (request: ListRequest, now = 200): boolean => {
    const openings = new ListOpenings();
    openings.onTrigger(uri, at(10).caret, 0);
    return openings.opensByItself(request, false, now);
  };
  assert.equal(asked(at(13, 1, 10)), false, 'Teams/Exc');
  assert.equal(asked(at(13)), false, 'a space before the caret');
  assert.equal(asked(at(8, 1, 6)), false, 'left of it');
  assert.equal(asked({ ...at(13, 1, 11), caret: { line: 5, character: 13 } }), false);
  assert.equal(asked({ ...at(13, 1, 11), uri: 'file:///other.md' }), false);
  assert.equal(asked(at(13, 1, 11), 500), false);
});
