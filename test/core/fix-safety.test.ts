import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pageAndMistakes, withMistakes } from '../support/mistakes.js';
import { checkFixes, pagesToFix } from '../score/fix-safety.js';
import { assertProperty } from '../support/property.js';

// `npm run score` does the same with every real page, and `npm run score -- --mistakes` inserts more mistakes.
test('a safe fix changes only what its title says, and a second run changes nothing', () => {
  const faults: string[] = [];
  for (const { file, text } of pagesToFix(false))
    faults.push(...checkFixes(file, text).faults.map((fault) => `${file}: ${fault}`));
  assert.deepEqual(faults, []);
});

test('the same is true on pages with mistakes', () => {
  assertProperty(
    fc.property(pageAndMistakes(pagesToFix(false)), ([{ file, text }, made]) => {
      const page = withMistakes(text, made);
      const { faults } = checkFixes(file, page);
      if (faults.length > 0) assert.fail(`${faults.join('\n')}\n${page}`);
    }),
    300,
  );
});
