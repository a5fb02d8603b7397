import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allOf, anyOf, defineMessages, listed, quoted } from '../../server/src/messages/index.js';
import { createFormatter, textsOf } from '../../server/src/messages/formatting/index.js';

const texts = defineMessages('sample', {
  plain: "The page doesn't have a title",
  named: 'Replace "{text}" with "{meant}"',
  counted: '{count, plural, one {# row} other {# rows}} of {file}',
  chosen: 'The {kind, select, row {row {id}} other {page}} is empty',
  list: 'One of {words}',
  nested: 'Not inserted: {reason}',
  languages: 'Written in {language}, not in {others}',
});

test('an English message needs no translation', () => {
  const { format } = createFormatter();
  assert.equal(format(texts.plain), "The page doesn't have a title");
  assert.equal(format(texts.counted({ count: 1, file: 'a.md' })), '1 row of a.md');
  assert.equal(format(texts.counted({ count: 1234, file: 'a.md' })), '1,234 rows of a.md');
  assert.equal(format(texts.chosen({ kind: 'row', id: 4090 })), 'The row 4090 is empty');
  assert.equal(format(texts.chosen({ kind: 'other', id: '' })), 'The page is empty');
});

test('values are inserted unchanged', () => {
  const { format } = createFormatter();
  const text = "{x} '{' <b> {n, plural, other {#}} | 𝒯 \\";
  assert.equal(format(texts.named({ text, meant: '' })), `Replace "${text}" with ""`);
  assert.equal(format(texts.named({ text: 0, meant: 4090 })), 'Replace "0" with "4090"');
});

test('an apostrophe quotes only what the syntax of messages needs quoted', () => {
  const { format } = createFormatter();
  const formatted = (english: string): string => format({ id: 'sample/quotes', english, values: { text: "it's" } });
  assert.equal(formatted("It isn't {text}"), "It isn't it's");
  assert.equal(formatted("'{'text'}' isn't {text}"), "{text} isn't it's");
  assert.equal(formatted("''{text}''"), "'it's'");
  assert.equal(formatted("# of 'em | {text}<b>'"), "# of 'em | it's<b>'");
  assert.equal(formatted('{ text }'), "it's");
  assert.throws(() => formatted('{text'), SyntaxError);
  assert.throws(() => formatted('{other}'));
});

test('a list and the name of a language are in the words of the locale', () => {
  const words = ['M', 'O', 'R'];
  const { format } = createFormatter();
  assert.equal(format(texts.list({ words: allOf(words) })), 'One of M, O, and R');
  assert.equal(format(texts.list({ words: anyOf(words) })), 'One of M, O, or R');
  assert.equal(format(texts.list({ words: listed(words.map(quoted)) })), 'One of "M", "O", "R"');
  assert.equal(
    format(texts.languages({ language: { language: 'de' }, others: allOf([{ language: 'pt' }, { language: 'zh' }]) })),
    'Written in German, not in Portuguese and Chinese',
  );
  const german = createFormatter('de', { quoted: '„{text}“', 'sample/list': 'Eines von {words}' });
  assert.equal(german.format(texts.list({ words: anyOf(words.map(quoted)) })), 'Eines von „M“, „O“ oder „R“');
  const chinese = createFormatter('zh-cn', { quoted: '“{text}”', 'sample/list': '{words}' });
  assert.equal(chinese.format(texts.list({ words: anyOf(['text', 'json']) })), 'text 或 json');
  assert.equal(chinese.format(texts.list({ words: anyOf(['M', 'O'].map(quoted)) })), '“M”或“O”');
  const japanese = createFormatter('ja', { 'sample/list': '{words}' });
  assert.equal(japanese.format(texts.list({ words: anyOf(['en', 'ja', 'de']) })), 'en、ja、または de');
  for (const [locale, list] of [
    ['es', 'M, O, R'],
    ['pt-br', 'M, O, R'],
    ['ja', 'M、O、R'],
    ['zh-cn', 'M、O、R'],
  ] as const) {
    assert.equal(
      createFormatter(locale, { 'sample/list': '{words}' }).format(texts.list({ words: listed(words) })),
      list,
    );
  }
});

test('the name of a language is capitalized at the start of a text', () => {
  const spanish = createFormatter('es', {
    'sample/list': '{words}: «{words}»',
    'sample/languages': 'En {language}, no en {others}',
  });
  const german = { language: 'de' };
  assert.equal(spanish.format(texts.list({ words: german })), 'Alemán: «alemán»');
  assert.equal(spanish.format(texts.list({ words: 'uno' })), 'uno: «uno»');
  assert.equal(spanish.format(texts.languages({ language: german, others: german })), 'En alemán, no en alemán');
});

test('a translation has the plurals of its language, and its own order of values', () => {
  const polish = createFormatter('pl', {
    'sample/counted': '{file}: {count, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}',
  });
  const of = (count: number): string => polish.format(texts.counted({ count, file: 'a.md' }));
  assert.deepEqual([1, 2, 5, 22].map(of), ['a.md: 1 wiersz', 'a.md: 2 wiersze', 'a.md: 5 wierszy', 'a.md: 22 wiersze']);
});

test('a text without a translation is English, with English plurals and lists', () => {
  const japanese = createFormatter('ja', { 'sample/nested': '挿入されませんでした: {reason}' });
  assert.equal(japanese.format(texts.counted({ count: 1, file: 'a.md' })), '1 row of a.md');
  assert.equal(japanese.format(texts.list({ words: allOf(['M', 'O']) })), 'One of M and O');
  assert.equal(
    japanese.format(texts.nested({ reason: texts.plain })),
    "挿入されませんでした: The page doesn't have a title",
  );
});

test('a faulty translation is shown in English, and logged once', () => {
  const failures: string[] = [];
  const faulty = { 'sample/plain': 'Ein {', 'sample/named': '„{test}“', 'sample/nested': 'Nicht eingefügt: {reason}' };
  const { format } = createFormatter('de', faulty, (failure) => failures.push(failure));
  assert.equal(format({ ...texts.plain }), "The page doesn't have a title");
  assert.equal(format({ ...texts.plain }), "The page doesn't have a title");
  assert.equal(format(texts.named({ text: 'a', meant: 'b' })), 'Replace "a" with "b"');
  assert.equal(format(texts.nested({ reason: texts.plain })), "Nicht eingefügt: The page doesn't have a title");
  assert.deepEqual(
    failures.map((failure) => failure.replace(/:.*/s, '')),
    ['The translation of "sample/plain" for "de" is faulty', 'The translation of "sample/named" for "de" is faulty'],
  );
});

test('a front end can have sentences instead of messages', () => {
  const sentences = textsOf(texts, createFormatter('de', { 'sample/plain': 'Kein Titel' }).format);
  assert.equal(sentences.plain, 'Kein Titel');
  assert.equal(sentences.counted({ count: 2, file: 'a.md' }), '2 rows of a.md');
});
