import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keptInputs, TARGETS } from './kept-inputs.js';

describe('what failed once under random input', () => {
  for (const { name, target: targetName, input } of keptInputs()) {
    test(`${name} no longer fails`, async () => {
      const target = TARGETS.find((known) => known.name === targetName);
      assert.ok(target, `there is a target "${targetName}"`);
      await target.check(input);
    });
  }
});
