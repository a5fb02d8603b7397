import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules, configSchema } from '../../server/src/core/index.js';
import { root } from '../support/project.js';

test('the schema for editors is generated from the rules', () => {
  const file = join(root, 'docs/playbooklint.schema.json');
  const schema = `${JSON.stringify(configSchema(allRules), null, 2)}\n`;
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(file, schema);
  assert.equal(readFileSync(file, 'utf8'), schema, 'npm test -- --update rewrites it');
});
