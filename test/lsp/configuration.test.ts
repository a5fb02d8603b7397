import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver';
import { MemoryFiles } from '../support/memory-files.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';

const PAGE = 'file:///site/pages/network.md';
const CONFIG = 'file:///site/.playbooklint.json';
const LETTER_OFF = '{"rules": {"task-mo-letter": "off"}}';

async function codes(client: TestClient, uri = PAGE): Promise<unknown[]> {
  return (await client.problems(uri)).map(({ code }) => code);
}

function watched(...uris: string[]): unknown {
  return { changes: uris.map((uri) => ({ uri, type: 2 })) };
}

test('a configuration file that is created, changed and deleted is applied, and the client is told to pull again', async () => {
  const files = new Map<string, string>();
  const client = await TestClient.inMemory({ files });
  const refreshes = (): number =>
    client.requests.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
  await client.open(PAGE, playbookWith(BAD_ROW));
  assert.ok((await codes(client)).includes('task-mo-letter'));

  files.set(CONFIG, LETTER_OFF);
  await client.notify('workspace/didChangeWatchedFiles', watched(CONFIG));
  await client.until('a refresh', () => refreshes() === 1);
  assert.ok(!(await codes(client)).includes('task-mo-letter'));

  files.set(CONFIG, '{"extends": "shared/base.json"}');
  await client.notify('workspace/didChangeWatchedFiles', watched(CONFIG));
  assert.ok((await codes(client)).includes('task-mo-letter'), 'the base is not there yet');
  files.set('file:///site/shared/base.json', LETTER_OFF);
  await client.notify('workspace/didChangeWatchedFiles', watched('file:///site/shared/base.json'));
  assert.ok(!(await codes(client)).includes('task-mo-letter'), 'a file that was missing has come');

  files.clear();
  await client.notify('workspace/didChangeWatchedFiles', watched('file:///site/other.json', CONFIG));
  assert.ok((await codes(client)).includes('task-mo-letter'));
  await client.stop();
});

test('the mistakes in an open configuration file are shown in it', async () => {
  const client = await TestClient.inMemory();
  await client.open(CONFIG, '{\n  // a comment\n  "rules": {"task-mo-lettr": "error"},\n}', 'jsonc');
  const [problem, ...others] = await client.problems(CONFIG);
  assert.deepEqual(others, []);
  assert.equal(problem?.code, 'configuration');
  assert.equal(problem.message, 'Unknown rule "task-mo-lettr". Did you mean "task-mo-letter"?');
  assert.deepEqual(problem.range, { start: { line: 2, character: 12 }, end: { line: 2, character: 27 } });
  await client.replace(CONFIG, 'lettr', 'letter');
  assert.deepEqual(await client.problems(CONFIG), []);
  await client.stop();
});

test("a client that can't provide settings gets the defaults, and the log says why", async () => {
  const client = await TestClient.inMemory({
    settings: () => {
      throw new Error('no settings today');
    },
  });
  await client.open(PAGE, playbookWith(BAD_ROW));
  assert.ok((await codes(client)).includes('task-mo-letter'));
  const logged = client.said('window/logMessage').map((params) => (params as { message: string }).message);
  assert.match(logged.join('\n'), /^settings: .*no settings today/m);
  await client.stop();
});

test('settings turn the server off, limit the problems, and can be missing', async () => {
  let settings: unknown = null;
  const client = await TestClient.inMemory({ settings: () => settings });
  await client.open(
    PAGE,
    playbookWith(...Array.from({ length: 5 }, (_, index) => BAD_ROW.replace('1235', `20${index}1`))).replace(
      '# Assess',
      '##  Overview\n\n# Assess',
    ),
  );
  const fixAll = () =>
    client.actions(
      PAGE,
      { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      { only: ['source.fixAll'] },
    );
  assert.equal((await fixAll()).length, 1);
  assert.equal((await codes(client)).filter((code) => code === 'task-mo-letter').length, 5);
  settings = { enable: true, maxProblems: 2 };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  const capped = await client.problems(PAGE);
  assert.equal(capped.length, 3);
  assert.match(String(capped[0]?.message), /^\d+ more problems in this file aren't shown/);
  settings = { enable: false };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  assert.deepEqual(await codes(client), []);
  assert.deepEqual(await fixAll(), [], 'nothing is fixed either');
  await client.stop();
});

test('each workspace folder has its own configuration, and folders can be added and removed', async () => {
  const files = new Map([
    ['file:///site/.playbooklint.yaml', 'rules:\n  task-mo-letter: off\n'],
    ['file:///other/.playbooklint.json', '{"rules": {"task-mo-letter": "hint"}}'],
  ]);
  const client = await TestClient.inMemory({ files, folders: ['file:///site'] });
  const other = 'file:///other/page.md';
  await client.open(PAGE, playbookWith(BAD_ROW));
  await client.open(other, playbookWith(BAD_ROW));
  assert.ok(!(await codes(client)).includes('task-mo-letter'));
  const severity = async (): Promise<unknown> =>
    (await client.problems(other)).find(({ code }) => code === 'task-mo-letter')?.severity;
  assert.equal(await severity(), 1, 'outside the workspace nothing is configured');
  await client.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [{ uri: 'file:///site', name: 'work' }] },
  });
  assert.equal(await severity(), 4);
  assert.ok((await codes(client)).includes('task-mo-letter'));
  await client.stop();
});

test('a client that neither reads nor watches files is supported', async () => {
  const capabilities: ClientCapabilities = {
    textDocument: FULL_CLIENT.textDocument ?? {},
    workspace: { diagnostics: { refreshSupport: true } },
  };
  const disk = new Map([[CONFIG, LETTER_OFF]]);
  const host = {
    readText: (uri: string) => Promise.resolve(disk.get(uri)),
    listFiles: () => Promise.resolve({ uris: [...disk.keys()], unlisted: [] }),
  };
  const client = await TestClient.inMemory({ capabilities, initializationOptions: null }, { host });
  await client.open(PAGE, playbookWith(BAD_ROW));
  assert.ok(!(await codes(client)).includes('task-mo-letter'), 'the server reads the file itself');
  await client.open(CONFIG, '{}', 'json');
  disk.set(CONFIG, '{}');
  await client.notify('textDocument/didSave', { textDocument: { uri: CONFIG } });
  assert.ok((await codes(client)).includes('task-mo-letter'), 'a save in the editor is noticed');
  assert.deepEqual(
    client.requests.filter(({ method }) => method !== 'workspace/diagnostic/refresh'),
    [],
  );
  await client.notify('workspace/didChangeConfiguration', { settings: { playbook: { enable: false } } });
  assert.deepEqual(await codes(client), [], 'settings that are sent count');
  await client.stop();
});

test("a page in `playbooks` is a playbook whatever it contains, and an ignored page isn't", async () => {
  const files = new Map([[CONFIG, '{"playbooks": ["notes/**/*.md"], "ignore": ["**/drafts/"]}']]);
  const client = await TestClient.inMemory({ files });
  const note = 'file:///site/notes/a/plain.md';
  await client.open(note, '# Plain\n');
  await client.problems(note);
  const draft = 'file:///site/pages/drafts/x/page.md';
  await client.open(draft, playbookWith(BAD_ROW));
  assert.deepEqual(await client.problems(draft), []);
  await client.open(PAGE, playbookWith(GOOD_ROW));
  await client.problems(PAGE);
  assert.deepEqual(client.said('playbook/state'), [
    { uri: note, isPlaybook: true, isEnabled: true, isIgnored: false, faultyConfiguration: null },
    { uri: draft, isPlaybook: false, isEnabled: true, isIgnored: true, faultyConfiguration: null },
    { uri: PAGE, isPlaybook: true, isEnabled: true, isIgnored: false, faultyConfiguration: null },
  ]);
  await client.stop();
});

/** What the client was sent last about a file that it does not ask about. */
function sent(client: TestClient, uri: string): string[] {
  return (client.published.get(uri)?.diagnostics ?? []).map(({ message }) => String(message));
}

test("the problems of a configuration in effect are listed until they are fixed, even if the file isn't open", async () => {
  const files = new Map([[CONFIG, '{"rules": {"task-mo-lettr": "off"}}']]);
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, playbookWith(BAD_ROW));
  await client.problems(PAGE);
  await client.until('its problem', () => /Unknown rule "task-mo-lettr"/.test(sent(client, CONFIG)[0] ?? ''));
  assert.equal(
    (client.said('playbook/state').at(-1) as { faultyConfiguration: string }).faultyConfiguration,
    CONFIG,
    'the page says which file is wrong',
  );

  files.set(CONFIG, LETTER_OFF);
  await client.notify('workspace/didChangeWatchedFiles', watched(CONFIG));
  await client.until('it to go', () => sent(client, CONFIG).length === 0);
  await client.problems(PAGE);
  assert.equal((client.said('playbook/state').at(-1) as { faultyConfiguration: unknown }).faultyConfiguration, null);
  await client.stop();
});

test('the problems of a configuration in the workspace folder are listed before any page is open', async () => {
  const client = await TestClient.inMemory({ files: new Map([[CONFIG, '{']]) });
  await client.until('its problem', () => sent(client, CONFIG).length === 1);
  await client.stop();
});

test('a broken configuration changes nothing, even if another one extends it', async () => {
  const files = new Map([[CONFIG, '{"ignore": ["pages/"], "rules": {"task-mo-letter": "off"']]);
  const client = await TestClient.inMemory({ files });
  await client.open(PAGE, playbookWith(BAD_ROW));
  assert.ok((await codes(client)).includes('task-mo-letter'));
  const base = 'file:///site/base.json';
  files.set(CONFIG, '{"extends": "base.json"}');
  files.set(base, '{"rules": {"task-mo-letter": "off"');
  await client.notify('workspace/didChangeWatchedFiles', watched(CONFIG, base));
  assert.ok((await codes(client)).includes('task-mo-letter'));
  await client.until(
    'the problem of the base',
    () => sent(client, base).length > 0 && sent(client, CONFIG).length === 0,
  );
  await client.stop();
});

for (const [name, change] of Object.entries({
  deleted: (files: Map<string, string>) => files.delete(CONFIG),
  renamed: (files: Map<string, string>) => files.delete(CONFIG) && files.set('file:///site/old.json', '{'),
})) {
  test(`the problem of a configuration that is ${name} disappears`, async () => {
    const files = new Map([[CONFIG, '{']]);
    const client = await TestClient.inMemory({ files });
    await client.open(PAGE, playbookWith(BAD_ROW));
    await client.problems(PAGE);
    await client.until('its problem', () => sent(client, CONFIG).length === 1);
    change(files);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 3 }] });
    await client.until('it to go', () => sent(client, CONFIG).length === 0);
    await client.stop();
  });
}

test('an open configuration is pulled, and never also pushed', async () => {
  const files = new Map([[CONFIG, '{']]);
  const client = await TestClient.inMemory(
    { files, initializationOptions: null },
    {
      host: new MemoryFiles(files),
    },
  );
  await client.until('its problem', () => sent(client, CONFIG).length === 1);
  await client.open(CONFIG, '{', 'jsonc');
  assert.equal((await client.problems(CONFIG)).length, 1);
  assert.deepEqual(sent(client, CONFIG), []);
  await client.notify('textDocument/didClose', { textDocument: { uri: CONFIG } });
  await client.until('it to be sent', () => sent(client, CONFIG).length === 1);
  await client.stop();
});

test('a configuration has no problems if checking is off', async () => {
  let settings = { enable: true };
  const client = await TestClient.inMemory({ files: new Map([[CONFIG, '{']]), settings: () => settings });
  await client.until('its problem', () => sent(client, CONFIG).length === 1);
  settings = { enable: false };
  await client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.until('it to go', () => sent(client, CONFIG).length === 0);
  await client.stop();
});

test('a Markdown file with a NUL is ignored unless it is a playbook', async () => {
  const client = await TestClient.inMemory();
  const notes = 'file:///site/notes.md';
  await client.open(notes, '# Notes\n\0\n');
  assert.deepEqual(await client.problems(notes), []);
  await client.open(PAGE, `${playbookWith(GOOD_ROW)}\0`);
  assert.deepEqual(await codes(client), ['file-not-text']);
  await client.stop();
});
