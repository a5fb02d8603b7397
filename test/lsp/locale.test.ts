/** The server makes its sentences for the locale of the client. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkupContent, Hover } from 'vscode-languageserver';
import { defineRule } from '../../server/src/core/index.js';
import { allOf, defineMessages, listed, quoted } from '../../server/src/messages/index.js';
import { formatterFrom } from '../locales/formatter-from.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';

const texts = defineMessages('two-rows', {
  merge: 'Merge {count, plural, one {# row} other {# rows}}',
  keep: 'Keep the first row',
  first: 'The first row, with {names}',
});

/** Reports all task tables, with values of each kind. */
const rule = defineRule({
  meta: {
    id: 'two-rows',
    category: 'table',
    description: 'A table has only one row',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: { rows: '{count, plural, one {# row} other {# rows}} in {language}: {names}' },
    options: { properties: {}, defaults: {} },
    since: '0.0.0',
  },
  table({ table, page: { language }, report }) {
    const end = table.rowStarts[1] ?? 0;
    const count = table.rows.length - 2;
    const edits = [{ span: { start: 0, end }, newText: '' }];
    report({
      messageId: 'rows',
      data: { count, names: allOf(['M', 'O', quoted('R')]), language: { language } },
      span: { start: 0, end },
      related: [{ span: { start: 0, end }, message: texts.first({ names: listed(['M', 'O']) }) }],
      fixes: [
        { title: texts.merge({ count }), edits, applicability: 'suggestion' },
        { title: texts.keep, edits, applicability: 'suggestion' },
      ],
    });
  },
});

const LOCALES = {
  de: {
    'two-rows/rows': '{count, plural, one {# Zeile} other {# Zeilen}} auf {language}: {names}',
    'two-rows/merge': '{count, plural, one {# Zeile} other {# Zeilen}} verbinden',
    'two-rows/first': 'Die erste Zeile mit {names}',
    quoted: '„{text}“',
    'code-actions/openRulePage': 'Dokumentation von {rule} öffnen',
    'word-markdown/role': '{word} (Rolle)',
    'word-markdown/translation': '{language}: {words}',
  },
};

async function start(locale: string, rows: readonly string[]): Promise<TestClient> {
  const client = await TestClient.inMemory(
    { locale, capabilities: { ...FULL_CLIENT, textDocument: { ...FULL_CLIENT.textDocument, hover: {} } } },
    { formatterFor: formatterFrom(LOCALES), rules: [rule] },
  );
  await client.open(PAGE, playbookWith(...rows));
  return client;
}

for (const { rows, count } of [
  { rows: [GOOD_ROW], count: '1 Zeile' },
  { rows: [GOOD_ROW, GOOD_ROW], count: '2 Zeilen' },
]) {
  test(`problems, related notes and fixes are in German for an Austrian client: ${count}`, async () => {
    const client = await start('de-AT', rows);
    const [problem, ...others] = await client.problems(PAGE);
    ok(problem);
    deepEqual(others, []);
    equal(problem.message, `${count} auf Englisch: M, O und „R“`);
    deepEqual(
      problem.relatedInformation?.map(({ message }) => message),
      ['Die erste Zeile mit M, O'],
    );
    const titles = (await client.actions(PAGE, problem.range)).map(({ title }) => title);
    ok(titles.includes(`${count} verbinden`));
    ok(titles.includes('Dokumentation von two-rows öffnen'));
    ok(titles.includes('Keep the first row'), 'a text without a translation is in English');
    await client.stop();
  });
}

test('names of languages in a hover are in the language of the client', async () => {
  const client = await start('de', [GOOD_ROW]);
  const line = client.text(PAGE).split('\n').indexOf(GOOD_ROW);
  const character = GOOD_ROW.indexOf('FastTrack');
  const { contents } = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri: PAGE },
    position: { line, character },
  });
  const { value } = contents as MarkupContent;
  ok(value.includes(' (Rolle)'), value);
  ok(value.includes('- Portugiesisch: '), value);
  await client.stop();
});

test('a client whose language has no translation gets English', async () => {
  const client = await start('fr', [GOOD_ROW]);
  const [problem] = await client.problems(PAGE);
  equal(problem?.message, '1 row in English: M, O, and "R"');
  await client.stop();
});
