import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DocumentLink,
  Hover,
  Location,
  MarkupContent,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import type { CounterpartsResult } from '../../server/src/protocol/index.js';
import { POOR_CLIENT, type ClientSetup } from '../support/lsp-client.js';
import { applied, at, GERMAN, LOG, NAVIGATOR, PLAN, README, start, TASKS, textIn, TOC } from './linked-site.js';

test('from a task in a table to the catalogue, and from there to all references', async () => {
  const { client, files } = await start({}, [PLAN, TASKS]);
  const definition = await client.request<Location[]>('textDocument/definition', at(files, PLAN, '983 |'));
  assert.deepEqual(
    definition.map((place) => textIn(files, place)),
    ['task-details.md ## 983: QuickLeads'],
  );
  const references = (includeDeclaration: boolean): Promise<Location[]> =>
    client.request('textDocument/references', { ...at(files, TASKS, '983:'), context: { includeDeclaration } });
  const uses = [
    'english-playbook/plan.md 983',
    'english-playbook/plan.md 983',
    'german-playbook/plan-de.md 983',
    'my%20log.md 983',
  ];
  assert.deepEqual(
    (await references(false)).map((place) => textIn(files, place)),
    uses,
  );
  assert.deepEqual(
    (await references(true)).map((place) => textIn(files, place)),
    ['task-details.md 983', ...uses],
  );
  await client.stop();
});

test('a link leads to its heading, and a heading to its links', async () => {
  const { client, files } = await start({}, [PLAN, TASKS]);
  const definition = await client.request<Location[]>('textDocument/definition', at(files, PLAN, '~/task'));
  assert.deepEqual(
    definition.map((place) => textIn(files, place)),
    ['task-details.md ## 983: QuickLeads'],
  );
  const links = await client.request<Location[]>('textDocument/references', {
    ...at(files, TASKS, 'QuickLeads'),
    context: { includeDeclaration: false },
  });
  assert.deepEqual(
    links.map((place) => textIn(files, place)),
    ['english-playbook/plan.md ~/task-details.md#983-quickleads', 'toc.yml task-details.md#983-quickleads'],
  );
  assert.equal(await client.request('textDocument/definition', at(files, PLAN, 'Finish')), null);
  await client.stop();
});

test('a task is renamed in open and closed files, and grouped by language in a preview', async () => {
  const { client, files } = await start();
  assert.deepEqual(client.result?.capabilities.renameProvider, { prepareProvider: true });
  const place = at(files, PLAN, '983 |', 3);
  const prepared = await client.request<{ range: Range; placeholder: string }>('textDocument/prepareRename', place);
  assert.deepEqual(prepared, {
    range: { start: { line: 12, character: 2 }, end: { line: 12, character: 5 } },
    placeholder: '983',
  });
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: ' 4711 ' });
  const changes = edit.documentChanges as TextDocumentEdit[];
  assert.deepEqual(Object.fromEntries(changes.map(({ textDocument: { uri, version } }) => [uri, version])), {
    [PLAN]: 1,
    [GERMAN]: null,
    [LOG]: null,
    [TASKS]: null,
    [TOC]: null,
  });
  const confirmed = changes.map(({ textDocument, edits }) => [
    textDocument.uri,
    edits.map((one) =>
      'annotationId' in one ? edit.changeAnnotations?.[one.annotationId]?.needsConfirmation : undefined,
    ),
  ]);
  assert.deepEqual(Object.fromEntries(confirmed), {
    [PLAN]: [false, false, false],
    [GERMAN]: [false],
    [LOG]: [false],
    [TASKS]: [false],
    [TOC]: [false],
  });
  const after = applied(files, edit);
  assert.match(after.get(GERMAN) ?? '', /\[4711\]\(https:\/\/aka\.ms\/983\)/);
  assert.match(after.get(TOC) ?? '', /#4711-quickleads/);
  assert.equal(
    [...after].filter(([uri]) => uri !== README && uri !== GERMAN).some(([, text]) => text.includes('983')),
    false,
  );
  await client.stop();
});

test('an impossible rename is rejected with the reason', async () => {
  const { client, files } = await start();
  const rename = (needle: string, newName: string): Promise<unknown> =>
    client.request('textDocument/rename', { ...at(files, PLAN, needle), newName });
  await assert.rejects(rename('983 |', '994'), /There is a task 994 already, in task-details\.md, plan-de\.md/);
  await assert.rejects(rename('983 |', 'abc'), /"abc" isn't a task ID/);
  await assert.rejects(rename('Finish', '4711'), /No task here/);
  assert.equal(await client.request('textDocument/prepareRename', at(files, PLAN, 'Finish')), null);
  await client.stop();
});

test('a client with few capabilities gets edits by URI and plain text', async () => {
  const { client, files } = await start({ capabilities: POOR_CLIENT, initializationOptions: {} });
  assert.equal(client.result?.capabilities.renameProvider, true);
  assert.equal(client.result?.capabilities.workspace?.fileOperations, undefined);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
    ...at(files, PLAN, '983 |'),
    newName: '4711',
  });
  assert.deepEqual(Object.keys(edit), ['changes']);
  assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [PLAN, GERMAN, LOG, TASKS, TOC].sort());
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, '983 |'));
  assert.equal((hover.contents as MarkupContent).kind, 'plaintext');
  assert.match((hover.contents as MarkupContent).value, /^Task 983 QuickLeads\n/);
  await client.stop();
});

test('unsaved changes count immediately', async () => {
  const { client, files } = await start();
  await client.replace(PLAN, 'Finish task 983', 'First finish task 994, then task 983');
  const now = new Map(files).set(PLAN, client.text(PLAN));
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(now, PLAN, '983'), newName: '4711' });
  const change = edit.documentChanges?.find(
    (one) => 'textDocument' in one && one.textDocument.uri === PLAN,
  ) as TextDocumentEdit;
  assert.equal(change.textDocument.version, 2);
  assert.match(applied(now, edit).get(PLAN) ?? '', /First finish task 994, then task 4711\. See/);
  await client.stop();
});

test("VS Code gets the links that it doesn't support, other clients get all", async () => {
  const links = async (setup: ClientSetup, uri: string): Promise<(readonly [string, string | undefined])[]> => {
    const { client, files } = await start(setup, [uri]);
    const found = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    await client.stop();
    return found.map(
      ({ range, target }) => [textIn(files, { uri, range }).split(' ').slice(1).join(' '), target] as const,
    );
  };
  assert.deepEqual(await links({}, PLAN), [
    ['~/task-details.md#983-quickleads', `${TASKS}#L7,1`],
    ['../task-details.html', TASKS],
  ]);
  assert.deepEqual(await links({}, TOC), [
    ['english-playbook/plan.md', PLAN],
    ['task-details.md#983-quickleads', `${TASKS}#L7,1`],
  ]);
  assert.deepEqual(await links({ initializationOptions: {} }, PLAN), [
    ['~/task-details.md#983-quickleads', TASKS],
    ['../task-details.html', TASKS],
    ['../my log.md', LOG],
  ]);
});

test('a place in another file is up to date when the page is checked', async () => {
  const { client, files } = await start({}, [PLAN, TASKS]);
  await client.replace(PLAN, '| 983 | QuickLeads', '| 938 | QuickLeads');
  await client.request('textDocument/hover', at(files, PLAN, 'task 983', 6));
  const lineOfCatalogue = async (): Promise<number | undefined> => {
    const report = await client.pull(PLAN);
    const { items } = 'items' in report ? report : assert.fail('nothing new');
    return items
      .find(({ code }) => code === 'task-id-unknown')
      ?.relatedInformation?.find(({ location }) => location.uri === TASKS)?.location.range.start.line;
  };
  const before = await lineOfCatalogue();
  await client.replace(TASKS, '# Task Details', '# Task Details\n\nTwo lines more.');
  await client.pull(TASKS);
  await client.replace(PLAN, 'Finish task', 'Finish the task');
  assert.equal(await lineOfCatalogue(), (before ?? assert.fail('no place')) + 2);
  await client.stop();
});

test('workspace symbols are available once a playbook is open', async () => {
  const { client, files } = await start({}, [README]);
  const symbols = (query: string): Promise<WorkspaceSymbol[] | null> => client.request('workspace/symbol', { query });
  assert.equal(await symbols('983'), null);
  assert.ok(
    !client.requests.some(({ method }) => method === 'playbook/listFiles'),
    'other people’s Markdown is not read',
  );
  await client.open(PLAN, files.get(PLAN) ?? '');
  assert.deepEqual(
    (await symbols('983'))?.map(({ name, containerName }) => `${name} (${containerName})`),
    ['983 QuickLeads (task-details.md)', '983 Interessenten (plan-de.md)', '983 QuickLeads (plan.md)'],
  );
  assert.deepEqual(await symbols('plan the dep'), [], 'VS Code lists headings by itself');
  await client.stop();

  const other = await start({ initializationOptions: {} });
  const [heading] = await other.client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'plan the dep' });
  assert.equal(heading?.name, 'Plan the deployment');
  assert.equal(textIn(files, heading?.location as Location), 'english-playbook/plan.md Plan the deployment');
  await other.client.stop();
});

test('links are updated when files and folders are renamed', async () => {
  const { client, files } = await start();
  assert.ok(client.result?.capabilities.workspace?.fileOperations?.willRename?.filters.length);
  const rename = (...renames: readonly (readonly [string, string])[]): Promise<WorkspaceEdit | null> =>
    client.request('workspace/willRenameFiles', { files: renames.map(([oldUri, newUri]) => ({ oldUri, newUri })) });
  const edit = await rename(
    [LOG, 'file:///site/logs/change%20log.md'],
    ['file:///site/english-playbook', 'file:///site/english'],
  );
  const versions = (edit?.documentChanges as TextDocumentEdit[]).map(({ textDocument: { uri, version } }) => [
    uri,
    version,
  ]);
  assert.deepEqual(Object.fromEntries(versions), { [TOC]: null, [README]: null, [PLAN]: 1 });
  const after = applied(files, edit);
  assert.match(after.get(PLAN) ?? '', /\[log\]\(<\.\.\/logs\/change%20log\.md>\)/);
  assert.match(after.get(TOC) ?? '', /href: english\/plan\.md/);
  assert.equal(await rename(['file:///site/no.md', 'file:///site/other.md']), null);
  await client.stop();
});

test('the same place in another language', async () => {
  const { client, files } = await start({}, [PLAN, TASKS]);
  const counterparts = (uri: string, needle: string): Promise<CounterpartsResult> =>
    client.request('playbook/counterparts', { uri, position: at(files, uri, needle).position });
  const [german, ...others] = await counterparts(PLAN, 'QuickLeads |');
  assert.deepEqual(others, []);
  assert.deepEqual(german, {
    language: 'de',
    languageName: 'German',
    uri: GERMAN,
    range: { start: { line: 13, character: 3 }, end: { line: 13, character: 6 } },
  });
  assert.equal((await counterparts(PLAN, 'Finish'))[0]?.range.start.line, 6);
  assert.deepEqual(await counterparts(TASKS, '983'), []);
  await client.stop();
});

test('other Markdown files are ignored', async () => {
  const { client, files } = await start({}, [README]);
  const place = at(files, README, '983');
  for (const method of ['definition', 'hover', 'prepareRename', 'documentLink'])
    assert.equal(await client.request(`textDocument/${method}`, place), null, method);
  assert.equal(
    await client.request('textDocument/references', { ...place, context: { includeDeclaration: true } }),
    null,
  );
  assert.equal(
    await client.request('workspace/willRenameFiles', { files: [{ oldUri: README, newUri: `${README}2` }] }),
    null,
  );
  assert.deepEqual(await client.request('playbook/counterparts', { uri: README, position: place.position }), []);
  assert.ok(!client.requests.some(({ method }) => method === 'playbook/listFiles'));
  await client.stop();
});

test('positions are in the encoding of the client', async () => {
  const { client, files } = await start(
    { capabilities: { ...NAVIGATOR, general: { positionEncodings: ['utf-8'] } } },
    [],
  );
  files.set(PLAN, (files.get(PLAN) ?? '').replace('Finish task 983', '网络🧪 task 983'));
  await client.open(PLAN, files.get(PLAN) ?? '');
  const character = Buffer.byteLength('网络🧪 task ');
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri: PLAN },
    position: { line: 8, character },
  });
  assert.deepEqual(hover.range, { start: { line: 8, character }, end: { line: 8, character: character + 3 } });
  await client.stop();
});
