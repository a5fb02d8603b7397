import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePlaybook, type Language } from '../../server/src/core/index.js';

function languageOf(text: string): Language {
  return parsePlaybook({ uri: 'file:///page.md', text }).language;
}

describe('the language of a page', () => {
  test('is the language of its words', () => {
    assert.equal(languageOf('# Migration\n\nDie Aufgaben werden mit dem Kunden besprochen.\n'), 'de');
    assert.equal(languageOf('# Migração\n\nAs tarefas são discutidas com o cliente.\n'), 'pt');
  });

  test('does not depend on addresses: ".com" and "/EM" are not Portuguese', () => {
    const links = Array.from(
      { length: 9 },
      (_, index) => `- [Deck ${index}](https://contoso.sharepoint.com/teams/EM%2BS/${index})`,
    );
    assert.equal(languageOf(`# Decks\n\n${links.join('\n')}\n`), 'en');
  });
});
