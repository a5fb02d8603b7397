import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allRules, builtInVocabulary } from '../../server/src/core/index.js';
import { dialectTables, withGenerated } from '../support/dialect-tables.js';
import { lintText, TODAY } from '../support/lint.js';
import { root } from '../support/project.js';
import { expandSnippet, snippetsFor } from '../support/snippets.js';

const update = process.env['UPDATE_FIXTURES'] === '1';
const file = join(root, 'docs/dialect.md');
const page = readFileSync(file, 'utf8');

test('the tables in docs/dialect.md are generated from the vocabulary', () => {
  const actual = withGenerated(page, dialectTables(builtInVocabulary));
  if (update) writeFileSync(file, actual);
  assert.equal(actual, page, 'run npm test -- --update');
});

describe('the examples of docs/dialect.md', () => {
  const examples = [...page.matchAll(/^```markdown (good|bad)([^\n]*)\n([^]*?)^```$/gm)];

  test('exist', () => assert.ok(examples.length > 10));

  for (const [index, [, verdict, ids = '', text = '']] of examples.entries()) {
    const title = `${index + 1}: ${verdict ?? ''}${ids}, ${text.split('\n').find((line) => line.trim() !== '' && line !== '---') ?? ''}`;
    test(title, () => {
      const found = lintText(wholePage(text), allRules).map(({ ruleId, message }) => ({ ruleId, message }));
      if (verdict === 'good') assert.deepEqual(found, []);
      else
        for (const id of ids.trim().split(/[\s,]+/))
          assert.ok(
            found.some(({ ruleId }) => ruleId === id),
            `${id} is not among ${JSON.stringify(found)}`,
          );
    });
  }
});

/** An example is a fragment: it gets the front matter that it leaves out. */
function wholePage(text: string): string {
  if (text.startsWith('---')) return text;
  const frontMatter = snippetsFor(builtInVocabulary, 'en')['playbook-en-front-matter'];
  return `${expandSnippet(frontMatter?.body ?? [], TODAY)}\n\n${text}`;
}
