/** Which language is chosen, and what happens where its file isn't what it must be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defineMessages } from '../../server/src/messages/index.js';
import {
  closestLocale,
  formatterFor,
  LOCALES,
  translationsIn,
  type LocaleName,
} from '../../server/src/messages/formatting/index.js';

const { plain } = defineMessages('sample', { plain: "The page doesn't have a title" });

test('a locale is shown in the language that its readers understand best', () => {
  const cases: readonly (readonly [LocaleName | undefined, readonly string[]])[] = [
    ['en', ['en', 'en-GB', 'en-US', 'en_US', 'EN']],
    ['de', ['de', 'DE', 'de-AT', 'de_CH', 'de-Latn-DE']],
    ['es', ['es', 'es-ES', 'es-419', 'es_MX']],
    ['pt-br', ['pt', 'pt-br', 'pt-BR', 'pt-PT', 'pt_PT']],
    ['ja', ['ja', 'ja-JP', 'ja_JP']],
    ['zh-cn', ['zh', 'zh-cn', 'zh_CN', 'zh-Hans', 'zh-SG', 'zh-Hans-HK']],
    [undefined, ['zh-tw', 'zh-Hant', 'zh-HK', 'zh_MO', 'zh-Hant-SG']],
    [undefined, ['fr', 'deu', 'C', 'POSIX', '', '-', '_', '../de', 'constructor', 'a!', 'auto']],
  ];
  for (const [locale, all] of cases) for (const wanted of all) assert.equal(closestLocale(wanted), locale, wanted);
  for (const locale of LOCALES) assert.equal(closestLocale(locale), locale);
});

test('the file of a locale is read once, and none for English', () => {
  const reads: string[] = [];
  const read = (locale: string): string => {
    reads.push(locale);
    return '{ "sample/plain": "Kein Titel" }';
  };
  const failures: string[] = [];
  const shown = (wanted: string | undefined): string =>
    formatterFor(wanted, { read, log: (failure) => failures.push(failure) }).format(plain);
  for (const wanted of [undefined, '', 'en', 'en-GB', 'fr', 'zh-TW', 'C'])
    assert.equal(shown(wanted), "The page doesn't have a title");
  assert.deepEqual(reads, []);
  assert.equal(shown('de-AT'), 'Kein Titel');
  assert.deepEqual(reads, ['de']);
  assert.deepEqual(failures, []);
});

test('a file that is missing or damaged results in English, and is logged', () => {
  const contents = ['', '{', 'null', '[]', '"text"', '{ "sample/plain": 1 }', '{ "sample/plain": { "text": "x" } }'];
  for (const content of [...contents, undefined]) {
    const failures: string[] = [];
    const read = (): string => {
      if (content === undefined) throw new Error('ENOENT: no such file');
      return content;
    };
    const { format, locale } = formatterFor('ja', { read, log: (failure) => failures.push(failure) });
    assert.equal(format({ ...plain }), "The page doesn't have a title", content);
    assert.equal(locale, 'en');
    assert.equal(failures.length, 1, content);
    assert.match(failures[0] ?? '', /^The translations for "ja" can't be read, so texts are in English: /);
  }
});

test('a text can have any id', () => {
  const { format } = formatterFor('de', {
    read: () => '{ "__proto__": "x", "sample/plain": "Kein" }',
    log: assert.fail,
  });
  assert.equal(format({ id: 'constructor', english: 'A text', values: {} }), 'A text');
  assert.equal(format({ ...plain }), 'Kein');
  assert.deepEqual(translationsIn('{}'), {});
});
