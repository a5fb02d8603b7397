/** The checks of translations find mistakes that translators make. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TranslatedLocale } from '../../server/src/messages/formatting/index.js';
import { mistakesIn, plainMistakesIn } from './checks.js';
import { accented, plainWords } from './pseudo-locale.js';

const ROWS = '{count, plural, one {# row} other {# rows}} of "{file}"';

function check(english: string, text: string, locale: TranslatedLocale = 'de', id = 'a/b', note?: string): string[] {
  return mistakesIn({ id, english, note, text, locale });
}

test('a right translation has no mistakes', () => {
  assert.deepEqual(check(ROWS, '{count, plural, one {# Zeile} other {# Zeilen}} von „{file}“'), []);
  assert.deepEqual(
    check(ROWS, '{count, plural, one {# línea} many {# de líneas} other {# líneas}} de «{file}»', 'es'),
    [],
  );
  assert.deepEqual(check(ROWS, '「{file}」の {count, plural, other {# 行}}', 'ja'), []);
  assert.deepEqual(check(ROWS, '“{file}”中的 {count, number} 行', 'zh-cn'), []);
  assert.deepEqual(
    check('{count, plural, other {# fixed}}', '{count, plural, one {# corrigido} other {# corrigidos}}', 'pt-br'),
    [],
  );
  assert.deepEqual(check('M/O', 'M/O'), []);
  assert.deepEqual(check('Try again.', 'もう一度お試しください。', 'ja'), []);
});

test('a translation with a mistake is found', () => {
  const cases: readonly (readonly [found: RegExp, english: string, text: string, locale?: TranslatedLocale])[] = [
    [/valid ICU/, ROWS, '{count, plural, one {# Zeile}} von „{file}“'],
    [/valid ICU/, ROWS, '{count, plural, one {# Zeile} other {# Zeilen} von „{file}“'],
    [/placeholders/, ROWS, '{count, plural, one {# Zeile} other {# Zeilen}} von „{datei}“'],
    [/placeholders/, ROWS, '{count} Zeilen von „{file}“'],
    [/placeholders/, 'In "{file}"', "In „'{file}'“"],
    [/no branch "one"/, ROWS, '{count, plural, other {# Zeilen}} von „{file}“'],
    [/"one" for \{count\}, which is never used/, ROWS, '{count, plural, one {# 行} other {# 行}}「{file}」', 'ja'],
    [/choices/, '{kind, select, row {A row} other {A page}}', '{kind, select, zeile {Zeile} other {Seite}}'],
    [/same as in English/, 'No title here', 'No title here'],
    [/spaces at its ends/, 'Add ', 'Ergänzen '],
    [/two spaces/, 'No title', 'Kein  Titel'],
    [/ends with/, 'No title', 'Kein Titel.'],
    [/ends with/, 'Reading…', 'Lesen'],
    [/quotation marks/, '"{a}" is empty', '"{a}" ist leer'],
    [/quotation marks/, '"{a}" is empty', '“{a}” ist leer'],
    [/quotation marks/, '"{a}" is empty', '„{a}” ist leer'],
    [/quotation marks/, '"{a}" is empty', '“{a}”が空です', 'ja'],
    [/quotation marks/, '"{a}" is empty', '«{a}» está vacío “', 'es'],
  ];
  for (const [found, english, text, locale] of cases) {
    const mistakes = check(english, text, locale);
    assert.ok(mistakes.length === 1 && found.test(mistakes[0] ?? ''), `${text}: ${mistakes.join('; ')}`);
  }
});

test('a text that is too long for its place is found', () => {
  assert.deepEqual(check('Tasks', 'Aufgaben', 'de', 'preview/tally-names/tasks'), []);
  assert.match(check('Tasks', 'Aufgabenstellungen', 'de', 'preview/tally-names/tasks')[0] ?? '', /18 columns, not 14/);
  assert.match(check('Tasks', 'すべてのタスク名', 'ja', 'preview/tally-names/tasks')[0] ?? '', /16 columns, not 14/);
  assert.equal(check('Open', 'Das gespeicherte Dokument jetzt öffnen', 'de', 'a/b', 'A button').length, 1);
});

test('code and links in the manifest stay as they are', () => {
  const english = 'Your name (`user.name`), see [the log](command:log)';
  const of = (text: string): string[] => plainMistakesIn({ id: 'a', english, note: undefined, text, locale: 'de' });
  assert.deepEqual(of('Ihr Name (`user.name`), siehe [das Protokoll](command:log)'), []);
  assert.equal(of('Ihr Name (`nutzer.name`), siehe [das Protokoll](command:log)').length, 1);
  assert.equal(of('Ihr Name (`user.name`), siehe [das Protokoll](command:protokoll)').length, 1);
});

test('names in the manifest are slanted only where the fonts have italics', () => {
  const english = 'Run *Fix All* and **Save**.';
  const of = (text: string, locale: TranslatedLocale): string[] =>
    plainMistakesIn({ id: 'a', english, note: undefined, text, locale });
  assert.deepEqual(of('Führen Sie *Alle beheben* und **Speichern** aus.', 'de'), []);
  assert.equal(of('运行*全部修复*和**保存**。', 'zh-cn').length, 1);
  assert.deepEqual(of('「すべて修正」と **保存** を実行します。', 'ja'), []);
});

test('accented English keeps the syntax of messages and loses all plain words', () => {
  assert.equal(accented('Rows of {file}'), 'Ŕóóŵš óóƒ {file}');
  assert.equal(
    accented('{count, plural, one {# row} other {# rows}} isn\'t "{word}"'),
    '{count, plural, one {# ŕóóŵ} other {# ŕóóŵš}} ííšñ\'ţ "{word}"',
  );
  assert.deepEqual(plainWords('Ŕóóŵš óóƒ pages, „Ţééáḿš“ M, docfx.json'), ['pages', 'docfx', 'json']);
});
