import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compileGlob } from '../../server/src/core/text/glob.js';
import { assertProperty } from '../support/property.js';

/** A glob, paths that it matches, and paths that it doesn't match. */
const GLOBS: readonly (readonly [glob: string, matches: readonly string[], others: readonly string[]])[] = [
  ['*.md', ['a.md', '.md', '.hidden.md', '中.md', '👩‍🚀.md'], ['a/b.md', 'a.mdx', 'A.MD']],
  ['**', ['a', 'a/b', '.a/.b'], []],
  ['**/*.md', ['a.md', 'a/b.md', 'a/b/c.md'], ['a/b.yml']],
  ['**.yml', ['a.yml', 'b/a.yml'], ['a.yaml']],
  ['a/**', ['a/b', 'a/b/c.md'], ['a', 'ab', 'b/a']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb', 'b']],
  ['a**b', ['ab', 'axb'], ['a/b']],
  ['?.md', ['a.md', '新.md', '🚀.md'], ['.md', 'ab.md', '/.md']],
  ['[abc].md', ['a.md', 'c.md'], ['d.md', 'ab.md']],
  ['[a-cx]', ['b', 'x'], ['d', '-']],
  ['[!a-c]', ['d', '-'], ['a', '/']],
  ['[^a]', ['b', '^'], ['a']],
  ['[]a]', [']', 'a'], ['b']],
  ['{de,fr}/*.md', ['de/a.md', 'fr/a.md'], ['es/a.md', 'de/b/a.md']],
  ['{a,b{c,d/**}}/x', ['a/x', 'bc/x', 'bd/y/x'], ['b/x', 'bcd/x']],
  ['a{,b}', ['a', 'ab'], ['b']],
  ['Old (2019)/+a|b$.md', ['Old (2019)/+a|b$.md'], ['Old 2019/ab.md', 'Old (2019)/aab.md']],
  ['@(a|b)', ['@(a|b)'], ['a', 'b']],
  ['{a}', ['{a}'], ['a']],
  ['{a,b', ['{a,b'], ['a', 'b']],
  ['[a', ['[a'], ['a']],
  ['a}', ['a}'], ['a']],
];

for (const [glob, matches, others] of GLOBS) {
  test(`${glob} matches the expected paths only`, () => {
    for (const path of matches) assert.ok(compileGlob(glob).matches(path), path);
    for (const path of others) assert.ok(!compileGlob(glob).matches(path), path);
  });
}

/** The number of comparisons between parts of the glob and characters of the path. */
function stepsOf(glob: string, path: string): number {
  let steps = 0;
  compileGlob(glob).matches(path, () => steps++);
  return steps;
}

describe('the number of steps is at most the length of the glob times the length of the path', () => {
  const a = 'a'.repeat(200);
  const hostile: readonly (readonly [string, string])[] = [
    ['(a+)+$', a],
    ['*a*a*a*a*a*a*a*a*a*ab', a],
    ['**/'.repeat(60) + 'b', 'a/'.repeat(100) + 'a'],
    ['{a,aa}'.repeat(29), a],
    [`${'{a,'.repeat(60)}b${'}'.repeat(60)}`, a],
    ['{*,*}'.repeat(30) + 'b', a],
    ['[a-z]*'.repeat(30) + '0', a],
    ['**'.repeat(90) + 'b', a],
  ];
  for (const [glob, path] of hostile) {
    test(glob.slice(0, 40), () =>
      assert.ok(stepsOf(glob, path) <= (glob.length + 2) * path.length, `${stepsOf(glob, path)} steps`),
    );
  }

  test('and for thousands of random globs', () => {
    const glob = fc
      .array(fc.constantFrom('*', '**', '/', '{', ',', '}', '[', ']', '?', 'a', 'b', '!', '-', '('), { maxLength: 40 })
      .map((pieces) => pieces.join(''));
    const path = fc.array(fc.constantFrom('a', 'b', '/', '{', '('), { maxLength: 40 }).map((pieces) => pieces.join(''));
    assertProperty(
      fc.property(glob, path, (pattern, text) =>
        assert.ok(stepsOf(pattern, text) <= (pattern.length + 2) * text.length),
      ),
      3000,
    );
  });
});
