/** How the translations of the help keep up with the English help. CONTRIBUTING.md says what to do where a test fails. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { TRANSLATED } from '../../server/src/messages/formatting/index.js';
import { root } from '../support/project.js';
import { helpOf } from './files.js';

interface TranslatedHelp {
  /** By rule: changes with the English help. */
  readonly english: Readonly<Record<string, string>>;
  /** By rule: the locales that have no help for it, so that it is in English. */
  readonly missing: Readonly<Record<string, string>>;
}

const FILE = join(root, 'server/src/rule-help/translated.json');
const ids = allRules.map(({ meta }) => meta.id);

const current: TranslatedHelp = {
  english: Object.fromEntries(ids.map((id) => [id, fingerprintOf(helpOf('en', id))])),
  missing: Object.fromEntries(ids.map((id) => [id, localesWithout(id)]).filter(([, locales]) => locales !== '')),
};
if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(FILE, `${JSON.stringify(current, null, 2)}\n`);
const written = JSON.parse(readFileSync(FILE, 'utf8')) as TranslatedHelp;

function fingerprintOf(help: string): string {
  return createHash('sha256').update(help).digest('hex').slice(0, 12);
}

function localesWithout(id: string): string {
  return TRANSLATED.filter((locale) => helpOf(locale, id) === '').join(', ');
}

describe('server/src/rule-help/translated.json', () => {
  test('is from this English help: translate what changed, then run `npm test -- --only rule-help --update`', () => {
    const changed = ids.filter((id) => current.english[id] !== written.english[id]);
    assert.deepEqual(changed, []);
  });

  test('lists these rules, and the locales that have no help for them', () => {
    assert.deepEqual(Object.keys(written.english), ids);
    assert.deepEqual(written.missing, current.missing);
  });
});

test('every rule has English help', () => {
  assert.deepEqual(
    ids.filter((id) => helpOf('en', id) === ''),
    [],
  );
});
