// The page about the publishing build names rules that exist, and says for every code where it was found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules } from '../../server/src/core/index.js';
import { root } from '../support/project.js';

const page = readFileSync(join(root, 'docs/learn-build.md'), 'utf8');
/** The cells of each row: code, meaning, source, rule. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('each code is listed once, with its meaning, a public source, and a rule or a reason', () => {
  assert.ok(rows.length > 0);
  const codes = rows.map(([code]) => code);
  assert.deepEqual(codes, [...new Set(codes)]);
  for (const cells of rows) {
    const [code = '', meaning = '', source = '', rule = ''] = cells;
    assert.equal(cells.length, 4, code);
    assert.match(code, /^`[a-z0-9-]+`$/);
    assert.match(meaning, /\.$/, code);
    assert.match(source, /^\[(?:reference|docfx|report)\]\(https:\/\/github\.com\/[^)\s]+\)$/, code);
    assert.match(rule, /^(?:\[|None: ).*\.$/, code);
  }
});

test('each rule that the page links to exists, and the link has its name', () => {
  const ids = new Set(allRules.map(({ meta }) => meta.id));
  const links = [...page.matchAll(/\[([a-z0-9-]+)\]\(rules\/([a-z0-9-]+)\.md\)/g)];
  assert.ok(links.length > 0);
  for (const [link, text = '', id = ''] of links) {
    assert.equal(text, id, link);
    assert.ok(ids.has(id), `${id} isn't a rule`);
  }
});
