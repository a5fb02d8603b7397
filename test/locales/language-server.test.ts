/** The language of the language server: chosen by the client, or else by the environment. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { TestClient, type ClientSetup } from '../support/lsp-client.js';
import { root } from '../support/project.js';
import { formatterFrom } from './formatter-from.js';
import { translationsOf } from './files.js';
import { copyOf, notBuilt } from './shipped.js';

const server = join(root, 'dist/node/server.js');
const PAGE = 'file:///site/page.md';
const ENGLISH = '"X" isn\'t one of the letters in the column header: M, O';
const MESSAGE = 'task-mo-letter/unknown';

/** How the server describes the wrong letter. */
async function messageFor(
  setup: ClientSetup,
  environment: Readonly<Record<string, string>> = { LC_ALL: 'C' },
  program = server,
): Promise<string> {
  const client = await TestClient.overStdio(program, setup, environment);
  await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
  const problem = (await client.problems(PAGE)).find(({ code }) => code === 'task-mo-letter');
  await client.stop();
  return String(problem?.message);
}

/** The translated message. */
function inLocale(locale: 'de' | 'ja' | 'zh-cn'): string {
  const letters = locale === 'de' ? 'M, O' : 'M、O';
  return (translationsOf(locale)[MESSAGE] ?? '').replace('{text}', 'X').replace('{letters}', letters);
}

describe('the language server', { skip: notBuilt }, () => {
  test('speaks the language of the editor', async () => {
    assert.equal(await messageFor({ locale: 'zh-cn' }), inLocale('zh-cn'));
    assert.equal(await messageFor({ locale: 'ja' }), inLocale('ja'));
    for (const locale of ['en-GB', 'zh-tw', 'no locale at all'])
      assert.equal(await messageFor({ locale }), ENGLISH, locale);
  });

  test('speaks the language of its initialization option, if the editor has one', async () => {
    const german = inLocale('de');
    assert.equal(await messageFor({ locale: 'ja', initializationOptions: { locale: 'de' } }), german);
    assert.equal(await messageFor({ locale: 'ja', initializationOptions: { locale: 'en' } }), ENGLISH);
    assert.equal(await messageFor({ locale: 'de', initializationOptions: { locale: {} } }), german);
  });

  test('speaks the language of the environment, if the editor names none', async () => {
    assert.equal(await messageFor({}, { LC_ALL: 'de_DE.UTF-8' }), inLocale('de'));
    assert.equal(await messageFor({ locale: 'en' }, { LC_ALL: 'de_DE.UTF-8' }), ENGLISH);
  });

  test('speaks English if the file of the locale is damaged, and logs why', async () => {
    const damaged = copyOf('node/server.js', { ja: '{ "task-mo-letter/' });
    for (const locale of ['ja', 'de']) {
      const client = await TestClient.overStdio(damaged, { locale });
      const logged = client.notifications.filter(({ method }) => method === 'window/logMessage');
      assert.match(JSON.stringify(logged), new RegExp(`The translations for .*${locale}.* can't be read`));
      await client.open(PAGE, playbookWith(BAD_ROW));
      assert.ok((await client.problems(PAGE)).some(({ message }) => message === ENGLISH));
      await client.stop();
    }
  });
});

test('the translations that our client sends are used', async () => {
  const translations = { [MESSAGE]: '„{text}“ ist keiner der Buchstaben {letters}' };
  const start = async (initializationOptions: object): Promise<string> => {
    const client = await TestClient.inMemory({ locale: 'ja', initializationOptions });
    await client.open(PAGE, playbookWith(BAD_ROW));
    const problem = (await client.problems(PAGE)).find(({ code }) => code === 'task-mo-letter');
    await client.stop();
    return String(problem?.message);
  };
  assert.equal(await start({ locale: 'de', translations }), '„X“ ist keiner der Buchstaben M, O');
  assert.equal(await start({ locale: 'de', translations: {} }), ENGLISH);
  for (const damaged of [null, [], 'x', { [MESSAGE]: 1 }])
    assert.equal(await start({ locale: 'de', translations: damaged }), ENGLISH, JSON.stringify(damaged));
  assert.equal(await start({ locale: 'de', translations: { [MESSAGE]: '{text' } }), ENGLISH);
  assert.equal(await start({ locale: 'xx', translations }), '„X“ ist keiner der Buchstaben M, O');
});

test('a client can send anything as its locale', async () => {
  for (const locale of [null, 5, {}, '', '-', '\0', 'x'.repeat(100_000)]) {
    const client = await TestClient.inMemory(
      { locale: locale as string, initializationOptions: { locale } },
      { formatterFor: formatterFrom({}) },
    );
    await client.open(PAGE, playbookWith(BAD_ROW));
    assert.ok(
      (await client.problems(PAGE)).some(({ message }) => message === ENGLISH),
      String(locale).slice(0, 10),
    );
    await client.stop();
  }
});
