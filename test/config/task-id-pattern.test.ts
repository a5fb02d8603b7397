import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskIdPattern } from '../../server/src/core/config/task-id-pattern.js';
import { english } from '../support/english.js';

const ACCEPTED = {
  '^\\d{3,4}$': ['123', '1234'],
  'T-\\d+': ['T-1', 'T-123456'],
  '[A-Z]{2}\\.?\\d{3}': ['AB123', 'AB.123'],
  '^\\d{4}$|^X\\d$': ['1234', 'X1'],
  'a\\/b/c\\-d': ['a/b/c-d'],
  '任务\\d?': ['任务', '任务1'],
  '[\\w.-]{1,}': ['a_b.c-d'],
};

const REFUSED = {
  '(a)': /Groups/,
  '(?=a)': /Groups/,
  'a**': /repeated/,
  'a+?': /repeated/,
  '\\1': /isn't supported/,
  '\\bx': /isn't supported/,
  '\\p{L}': /isn't supported/,
  '[a': /isn't closed/,
  '[z-a]': /isn't a set/,
  'a{4,2}': /wrong order/,
  'a{,3}': /isn't a count/,
  '*a': /Nothing to repeat/,
  a$b: /at the end/,
  'a^b': /at the start/,
  '\\': /no character after it/,
  '\\w*\\w*\\w*x': /too many repeats/,
  'a{5000}': /too many repeats/,
};

test('patterns without groups are accepted, and must match the whole text', () => {
  for (const [source, texts] of Object.entries(ACCEPTED)) {
    const result = taskIdPattern(source);
    assert.ok('pattern' in result, `${source}: ${JSON.stringify(result)}`);
    for (const text of texts) assert.ok(result.pattern.test(text), `${source} on ${text}`);
    for (const text of texts) assert.ok(!result.pattern.test(`!${text}!`), `${source} on !${text}!`);
  }
});

test('patterns that could be slow, or mean something else, are rejected with a reason', () => {
  for (const [source, reason] of Object.entries(REFUSED)) {
    const result = taskIdPattern(source);
    assert.match(english('mistake' in result ? result.mistake : 'accepted'), reason, source);
  }
});

test('the worst accepted pattern terminates on the worst text', () => {
  const result = taskIdPattern('\\w*\\w*[^x]?x');
  assert.ok('pattern' in result);
  assert.equal(result.pattern.test('a'.repeat(100_000)), false);
});
