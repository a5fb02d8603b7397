import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  allRules,
  builtInVocabulary,
  isPlaybook,
  isProcessPlaybook,
  LANGUAGES,
  parsePlaybook,
} from '../../server/src/core/index.js';
import { lintText, TODAY } from '../support/lint.js';
import { root } from '../support/project.js';
import { expandSnippet, snippetName, snippetsFor, type Snippet } from '../support/snippets.js';

const update = process.env['UPDATE_FIXTURES'] === '1';

test('there is one snippet file for each language', () => {
  assert.deepEqual(readdirSync(join(root, 'snippets')).sort(), LANGUAGES.map((language) => `${language}.json`).sort());
});

for (const language of LANGUAGES) {
  describe(`snippets/${language}.json`, () => {
    const snippets = snippetsFor(builtInVocabulary, language);
    const named = (called: string): Snippet => {
      const snippet = snippets[snippetName(language, called)];
      assert.ok(snippet !== undefined, `there is no ${snippetName(language, called)}`);
      return snippet;
    };
    const expand = (called: string): string => expandSnippet(named(called).body, TODAY);

    test('is generated from the vocabulary', () => {
      const file = join(root, 'snippets', `${language}.json`);
      const text = `${JSON.stringify(snippets, undefined, 2)}\n`;
      if (update) writeFileSync(file, text);
      assert.equal(existsSync(file) ? readFileSync(file, 'utf8') : '', text, 'run npm test -- --update');
    });

    test('a complete playbook with default values has no problems', () => {
      const text = expand('process');
      const playbook = parsePlaybook({ uri: 'file:///page.md', text });
      assert.equal(playbook.language, language);
      assert.ok(isPlaybook(playbook) && isProcessPlaybook(playbook));
      assert.deepEqual(
        lintText(text, allRules).map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });

    test('the small snippets together have no problems', () => {
      const row = expand('task-row').replace('1000', '1001');
      const page = [
        `${expand('front-matter')}\n\n# Page`,
        expand('step'),
        `${expand('task-table')}\n${row}`,
        expand('alert'),
        expand('include'),
        `${expand('refresh-table')}\n${expand('refresh-row').replace(/[^|]+\|\s*$/, ' 5001 |')}`,
      ].join('\n\n');
      assert.deepEqual(
        lintText(`${page}\n`, allRules).map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });
  });
}
