// What an editor without settings can say when it starts the server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { ClientCapabilities, CodeLens, Diagnostic, ShowMessageParams, TextEdit } from 'vscode-languageserver/node';
import { readSettingOptions, SETTING_NAMES } from '../../server/src/lsp/session/setting-options.js';
import { createFormatter } from '../../server/src/messages/formatting/index.js';
import { formatterFrom } from '../locales/formatter-from.js';
import { FULL_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';

/** Has neither `workspace/configuration` nor `workspace/didChangeConfiguration`. */
const WITHOUT_SETTINGS: ClientCapabilities = {
  ...FULL_CLIENT,
  workspace: { diagnostics: { refreshSupport: true } },
};

async function started(
  initializationOptions: unknown,
  setup: ClientSetup = {},
  files: Iterable<readonly [string, string]> = [],
): Promise<{ client: TestClient; host: MemoryFiles }> {
  const host = new MemoryFiles(files);
  const client = await TestClient.inMemory(
    { capabilities: WITHOUT_SETTINGS, initializationOptions, ...setup },
    { host, formatterFor: formatterFrom({ de: { 'task-mo-letter/unknown': 'Falsch' } }) },
  );
  await client.open(PAGE, playbookWith(GOOD_ROW, BAD_ROW));
  return { client, host };
}

const shown = (client: TestClient): string[] =>
  (client.said('window/showMessage') as ShowMessageParams[]).map(({ message }) => message);

async function codes(client: TestClient): Promise<unknown[]> {
  return (await client.problems(PAGE)).map(({ code }: Diagnostic) => code);
}

test('the options know every setting of the extension, and the documents list it', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { configuration: { properties: Readonly<Record<string, unknown>> } };
  };
  // Only the client uses it.
  const ofClient = ['trace.server'];
  const names = Object.keys(contributes.configuration.properties).map((name) => name.replace(/^playbook\./, ''));
  assert.deepEqual([...SETTING_NAMES].sort(), names.filter((name) => !ofClient.includes(name)).sort());
  const page = readFileSync(join(root, 'docs/other-editors.md'), 'utf8');
  for (const name of SETTING_NAMES) assert.ok(page.includes(`\n| \`${name}\` |`), `docs/other-editors.md: ${name}`);
});

describe('each setting applies', () => {
  const settings = (value: object): object => ({ settings: value });

  test('enable', async () => {
    const { client } = await started(settings({ enable: false }));
    assert.deepEqual(await codes(client), []);
    await client.stop();
  });

  test('maxProblems', async () => {
    const { client } = await started(settings({ maxProblems: 1 }));
    await client.change(PAGE, [{ text: playbookWith(BAD_ROW, BAD_ROW.replace('1235', '1236')) }]);
    assert.ok((await codes(client)).includes('too-many-problems'), String(await codes(client)));
    await client.stop();
  });

  test('workspaceProblems', async () => {
    const { client } = await started(settings({ workspaceProblems: true }), {}, [[OTHER, playbookWith(BAD_ROW)]]);
    await client.until('the problems of the closed page', () => client.published.has(OTHER));
    await client.stop();
  });

  test('format.tables', async () => {
    const params = { textDocument: { uri: PAGE }, options: { tabSize: 4, insertSpaces: true } };
    for (const value of [
      { format: { tables: 'off' } },
      { 'format.tables': 'off' },
      { 'playbook.format.tables': 'off' },
      { playbook: { format: { tables: 'off' } } },
    ]) {
      const { client } = await started(settings(value));
      assert.equal(await client.request('textDocument/formatting', params), null, JSON.stringify(value));
      await client.stop();
    }
    const { client } = await started(settings({ format: { tables: 'align' } }));
    assert.ok((await client.request<TextEdit[]>('textDocument/formatting', params)).length > 0);
    await client.stop();
  });

  test('codeLens', async () => {
    const { client } = await started(settings({ codeLens: true }));
    assert.ok((await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: PAGE } })).length > 0);
    await client.stop();
  });

  test('locale', async () => {
    const messageIn = async (options: object, locale?: string): Promise<unknown> => {
      const { client } = await started(options, locale === undefined ? {} : { locale });
      const [problem] = await client.problems(PAGE);
      await client.stop();
      return problem?.message;
    };
    assert.equal(await messageIn(settings({ locale: 'de' })), 'Falsch');
    assert.equal(await messageIn(settings({ locale: 'auto' }), 'de'), 'Falsch');
    assert.notEqual(await messageIn({ ...settings({ locale: 'de' }), locale: 'en' }), 'Falsch');
  });
});

test('what the client answers takes precedence, setting by setting', async () => {
  const initial = { settings: { enable: false, maxProblems: 7 } };
  const { client } = await started(initial, { capabilities: FULL_CLIENT, settings: () => ({ enable: true }) });
  assert.ok((await codes(client)).length > 0);
  await client.stop();
  for (const nothing of [null, {}, { enable: 'no' }]) {
    const silent = await started(initial, { capabilities: FULL_CLIENT, settings: () => nothing });
    assert.deepEqual(await codes(silent.client), [], JSON.stringify(nothing));
    await silent.client.stop();
  }
  const pushing = await started(initial);
  assert.deepEqual(await codes(pushing.client), []);
  await pushing.client.notify('workspace/didChangeConfiguration', { settings: { playbook: { enable: true } } });
  assert.ok((await codes(pushing.client)).length > 0);
  await pushing.client.notify('workspace/didChangeConfiguration', { settings: {} });
  assert.deepEqual(await codes(pushing.client), [], 'the options apply again');
  await pushing.client.stop();
});

test('values with mistakes are ignored, and messages say what is wrong', async () => {
  const format = createFormatter().format;
  const mistakesIn = (settings: unknown): string[] => readSettingOptions(settings).mistakes.map(format);
  assert.deepEqual(mistakesIn({ enable: 'yes' }), [
    'The setting enable in the initialization options must be true or false, not "yes"',
  ]);
  for (const value of [0, -1, 1.5, '7', null, Number.NaN])
    assert.match(mistakesIn({ maxProblems: value }).join(), /^The setting maxProblems .* a whole number above 0, not /);
  assert.deepEqual(mistakesIn({ format: { tables: 'wide' } }), [
    'The setting format.tables in the initialization options must be off, compact, or align, not "wide"',
  ]);
  assert.deepEqual(mistakesIn({ author: ['Ada'] }), [
    'The setting author in the initialization options must be a string, not ["Ada"]',
  ]);
  for (const value of ['x', true, null, ['off']])
    assert.match(
      mistakesIn({ format: value }).join(),
      /^The setting format in the initialization options must be an object, not /,
    );
  assert.deepEqual(mistakesIn({ playbook: 7 }), [
    'The setting playbook in the initialization options must be an object, not 7',
  ]);
  assert.deepEqual(mistakesIn({ maxproblems: 7, constructor: 1, '': 2, '__proto__.x': 3 }), [
    'The initialization options contain an unknown setting: maxproblems',
    'The initialization options contain an unknown setting: constructor',
    'The initialization options contain an unknown setting: ',
    'The initialization options contain an unknown setting: __proto__.x',
  ]);
  for (const value of [true, 7, 'off', [{ enable: false }]])
    assert.match(mistakesIn(value).join(), /^"settings" in the initialization options must be an object, not /);
  assert.deepEqual(mistakesIn(undefined), []);
  assert.ok((mistakesIn({ author: { text: 'x'.repeat(9999) } })[0]?.length ?? 0) < 200);
  const deep = JSON.parse('{"playbook":'.repeat(5000) + '1' + '}'.repeat(5000)) as unknown;
  assert.equal(mistakesIn(deep).length, 1);

  const { client } = await started({ settings: { enable: 0, maxProblems: 0, codeLens: 1, a: 1, b: 2 }, locale: 7 });
  assert.ok((await codes(client)).length > 0, 'the defaults stay');
  await client.until('the messages', () => shown(client).length >= 3);
  assert.equal(client.said('window/logMessage').length >= 6, true, 'all of them are in the log');
  assert.equal(shown(client).length, 3);
  await client.stop();
});

test('options of the wrong type and with unknown names are reported as well', async () => {
  const mistakesIn = async (options: unknown): Promise<string[]> => {
    const { client } = await started(options);
    assert.ok((await codes(client)).length > 0, 'the defaults stay');
    await client.stop();
    return shown(client);
  };
  // Neovim sends an empty table as a list.
  for (const options of [null, undefined, [], {}]) assert.deepEqual(await mistakesIn(options), []);
  assert.deepEqual(await mistakesIn('hello'), ['The initialization options must be an object, not "hello"']);
  assert.deepEqual(await mistakesIn([1]), ['The initialization options must be an object, not [1]']);
  for (const name of ['workspaceDiagnostics', 'allProblems', 'readFile', 'suggestWhileTyping'])
    assert.deepEqual(await mistakesIn({ [name]: 'yes' }), [
      `The setting ${name} in the initialization options must be true or false, not "yes"`,
    ]);
  for (const commands of ['playbook.openRulePage', [7]])
    assert.deepEqual(await mistakesIn({ commands }), [
      `"commands" in the initialization options must be a list of strings, not ${JSON.stringify(commands)}`,
    ]);
  for (const translations of ['x', ['x'], { a: 1 }])
    assert.match(
      (await mistakesIn({ translations })).join(),
      /^"translations" in the initialization options must be an object whose values are strings, not /,
    );
  assert.deepEqual(await mistakesIn({ maxProblems: 7, constructor: 1 }), [
    'The initialization options contain an unknown setting: maxProblems',
    'The initialization options contain an unknown setting: constructor',
  ]);
  const right = { workspaceDiagnostics: false, allProblems: null, commands: ['a'], translations: {}, locale: 'en' };
  assert.deepEqual(await mistakesIn({ ...right, configuration: null, settings: null, readFile: false }), []);
});

describe('the configuration file for all pages', () => {
  const OFF = '{ "rules": { "task-mo-letter": "off" } }';
  const TEAM = 'file:///site/rules/team.json';

  test('its path is relative to the first workspace folder, absolute, or a URI', async () => {
    for (const configuration of ['rules/team.json', '/site/rules/team.json', TEAM, '.\\rules\\team.json']) {
      const { client } = await started({ configuration }, {}, [
        [TEAM, OFF],
        ['file:///site/.playbooklint.json', '{ "rules": { "task-mo-letter": "info" } }'],
      ]);
      assert.ok(!(await codes(client)).includes('task-mo-letter'), configuration);
      assert.deepEqual(shown(client), []);
      await client.stop();
    }
  });

  test('its globs are relative to the workspace folder, and it is read again when it changes', async () => {
    const { client, host } = await started({ configuration: 'rules/team.json' }, { capabilities: FULL_CLIENT }, [
      [TEAM, '{ "ignore": ["page.md"] }'],
    ]);
    assert.deepEqual(await codes(client), []);
    host.files.set(TEAM, '{}');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: TEAM, type: 2 }] });
    assert.ok((await codes(client)).includes('task-mo-letter'));
    await client.stop();
  });

  test('its mistakes are problems of the file', async () => {
    const { client } = await started({ configuration: 'rules/team.json' }, {}, [[TEAM, '{ "rules": 7 }']]);
    await client.until('the problems', () => (client.published.get(TEAM)?.diagnostics.length ?? 0) > 0);
    await client.stop();
  });

  test("if it can't be read, a message says so, and the files in the folders apply", async () => {
    const { client, host } = await started({ configuration: 'team.json' }, { capabilities: FULL_CLIENT }, [
      ['file:///site/.playbooklint.json', OFF],
    ]);
    assert.ok(!(await codes(client)).includes('task-mo-letter'));
    assert.deepEqual(shown(client), [
      'The configuration file "team.json" can\'t be read: no such file. The configuration files of the workspace apply',
    ]);
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'file:///site/.playbooklint.json', type: 2 }],
    });
    await codes(client);
    assert.equal(shown(client).length, 1, 'once');
    host.files.set('file:///site/team.json', '{}');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///site/team.json', type: 1 }] });
    assert.ok((await codes(client)).includes('task-mo-letter'), 'it exists now');
    await client.stop();
  });

  test('a value that is no path, and a relative path without a folder, are reported', async () => {
    const message = async (configuration: unknown, setup: ClientSetup = {}): Promise<string> => {
      const { client } = await started({ configuration }, setup);
      await codes(client);
      await client.stop();
      return shown(client).join();
    };
    assert.equal(await message(7), '"configuration" in the initialization options must be the path of a file, not 7');
    assert.match(await message(' '), /must be the path of a file, not " "$/);
    assert.match(await message({ path: 'a' }), /must be the path of a file, not \{"path":"a"\}$/);
    assert.equal(
      await message('team.json', { folders: null }),
      'The path "team.json" of the configuration file must be absolute because the editor has no workspace folder',
    );
    assert.equal(await message(null), '');
  });
});
