import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFixes, pagesToFix } from '../score/fix-safety.js';

// `npm run score` does the same to every real page.
test('a safe fix changes what it names and nothing else, and a second run changes nothing', () => {
  const faults: string[] = [];
  for (const { file, text } of pagesToFix(false)) faults.push(...checkFixes(file, text).faults.map((fault) => `${file}: ${fault}`));
  assert.deepEqual(faults, []);
});
