import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormatter } from '../../server/src/messages/formatting/index.js';
import { catalogue, type CataloguedMessage } from './catalogue.js';

const messages = catalogue();
const placesOf = (found: readonly CataloguedMessage[]): string[] => found.map(({ id, place }) => `${place} ${id}`);

test('there are messages of every part of the product', () => {
  for (const part of ['core/rules', 'core/lint/support', 'core/config', 'lsp', 'cli', 'client/src', 'webviews'])
    assert.ok(
      messages.some(({ place }) => place.includes(`${part}/`)),
      part,
    );
});

test('every message has an id of its own', () => {
  const seen = new Set<string>();
  const again = messages.filter(({ id }) => seen.has(id) || !seen.add(id));
  assert.deepEqual(placesOf(again), []);
});

test('every message is a valid ICU message without spaces at its ends', () => {
  const { format } = createFormatter();
  for (const { id, english, place } of messages) {
    assert.doesNotThrow(() => format({ id, english, values: valuesFor(english) }), `${place} ${id}`);
    assert.equal(english, english.trim(), `${place} ${id}`);
  }
});

test('every message is used', () => {
  assert.deepEqual(placesOf(messages.filter(({ isUsed }) => !isUsed)), []);
});

test('a text of one word has a note for translators, who could not tell a verb from a noun', () => {
  const unclear = messages.filter(({ english, note }) => isOneWord(english) && (note ?? '').trim() === '');
  assert.deepEqual(placesOf(unclear), []);
});

/** A number for each name in the text, which every kind of placeholder accepts. */
function valuesFor(english: string): Record<string, number> {
  return Object.fromEntries([...english.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 1]));
}

function isOneWord(english: string): boolean {
  return (
    english
      .replace(/\{\w+\}/g, ' ')
      .trim()
      .split(/\s+/).length < 2
  );
}
