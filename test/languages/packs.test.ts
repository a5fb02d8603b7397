import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { LANGUAGES } from '../../server/src/core/index.js';
import { packOf } from '../../server/src/core/vocabulary/language.js';
import type { LanguageTerms, Spellings } from '../../server/src/core/vocabulary/language-pack.js';
import { root } from '../support/project.js';

const LANGUAGES_DIR = 'server/src/core/vocabulary/languages';
const SETS = Object.keys(packOf('en').terms) as (keyof LanguageTerms)[];
const translations = LANGUAGES.filter((language) => language !== 'en');

function idsOf(language: (typeof LANGUAGES)[number], set: keyof LanguageTerms): string[] {
  return Object.keys(packOf(language).terms[set]).sort();
}

test('each file of the folder is the pack of one language', () => {
  const files = readdirSync(join(root, LANGUAGES_DIR)).filter((name) => name !== 'index.ts');
  assert.deepEqual(files.sort(), LANGUAGES.map((language) => `${language}.ts`).sort());
});

for (const language of translations) {
  describe(`the pack of ${packOf(language).name}`, () => {
    test('has the terms that all translations have, and none that English lacks', () => {
      for (const set of SETS) {
        const inAll = idsOf('en', set).filter((id) => translations.some((other) => idsOf(other, set).includes(id)));
        assert.deepEqual(idsOf(language, set), inAll, set);
      }
    });

    test('has twelve months or none, each long enough to be recognized', () => {
      const { months } = packOf(language).dates;
      assert.ok(months.length === 0 || months.length === 12);
      for (const month of months) assert.ok(month.length >= 3, month);
    });
  });
}

test('words and codes that are compared in lower case are in lower case, alert kinds in upper case', () => {
  for (const { detection, paths, dates, mentions, alertKinds } of LANGUAGES.map(packOf)) {
    for (const word of [
      ...detection.words,
      ...paths.codes,
      ...paths.words,
      ...dates.months,
      ...mentions.task,
      ...mentions.removed,
      ...mentions.changed,
    ])
      assert.equal(word, word.toLowerCase());
    for (const word of Object.keys(alertKinds)) assert.equal(word, word.toUpperCase());
  }
});

test('no spelling of a term means another term of the same set in the same language', () => {
  const spellingsOf = (term: string | Spellings): readonly string[] =>
    typeof term === 'string' ? [term] : [term.canonical, ...(term.aliases ?? [])];
  for (const language of LANGUAGES) {
    for (const set of SETS) {
      const spellings = Object.values<string | Spellings>(packOf(language).terms[set]).flatMap(spellingsOf);
      assert.deepEqual(
        spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index),
        [],
        `${language}, ${set}`,
      );
    }
  }
});

test('nothing else in the product names a language, except English', () => {
  const names = LANGUAGES.filter((language) => language !== 'en').map((language) => packOf(language).name);
  const inCode = new RegExp(
    `'(?:${translations.join('|')})'|\\b(?:${translations.join('|')}): [{'[]|'(?:${names.join('|')})'`,
  );
  const files = ['server/src', 'client']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))))
    // The languages of the interface are others than those of the pages, although they are the same six today.
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('languages') && !name.endsWith('formatting/locales.ts'));
  const naming = files.filter((name) => inCode.test(readFileSync(join(root, name), 'utf8')));
  assert.deepEqual(naming, []);
});
