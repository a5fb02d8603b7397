import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allRules, type Rule } from '../../server/src/core/index.js';
import type { LocaleName } from '../../server/src/messages/formatting/index.js';
import { exampleMistakes } from './examples.js';
import { helpOf, rulesWithHelp } from './files.js';
import { structureMistakes } from './structure.js';

/** Tests the help of all rules in one locale. */
export function checkLocale(locale: LocaleName): void {
  const ids = rulesWithHelp(locale);
  const rules = allRules.filter(({ meta }) => ids.includes(meta.id));
  const hasNoMistakes = (mistakesIn: (help: string, rule: Rule) => string[]): void => {
    const found = rules.flatMap((rule) =>
      mistakesIn(helpOf(locale, rule.meta.id), rule).map((what) => `${locale}/${rule.meta.id}.md ${what}`),
    );
    assert.ok(found.length === 0, found.join('\n'));
  };

  describe(`the help in ${locale}`, () => {
    test('is about rules that exist', () => {
      const known = new Set(allRules.map(({ meta }) => meta.id));
      assert.deepEqual(
        ids.filter((id) => !known.has(id)),
        [],
      );
    });

    test('has examples with a problem, and fixed examples without one', () => {
      hasNoMistakes(exampleMistakes);
    });

    if (locale !== 'en')
      test('has the same structure as the English help, in another language', () => {
        hasNoMistakes((help, { meta }) => structureMistakes(helpOf('en', meta.id), help, locale));
      });
  });
}
