import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remark } from 'remark';
import type {
  ClientCapabilities,
  DocumentLink,
  Hover,
  Location,
  MarkupContent,
  Position,
  Range,
  TextDocumentEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CounterpartsResult } from '../../server/src/protocol/index.js';
import { FULL_CLIENT, POOR_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { MemoryFiles } from '../support/memory-files.js';

const NAVIGATOR: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    ...FULL_CLIENT.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    fileOperations: { willRename: true },
  },
};

const FRONT = '---\nft.audience: partner\n---\n';
const PLAN = 'file:///site/english-playbook/plan.md';
const GERMAN = 'file:///site/german-playbook/plan-de.md';
const TASKS = 'file:///site/task-details.md';
const LOG = 'file:///site/my%20log.md';
const TOC = 'file:///site/toc.yml';
const README = 'file:///site/README.md';

function site(): Map<string, string> {
  return new Map([
    ['file:///site/docfx.json', '{}'],
    [TOC, '- name: Plan\n  href: english-playbook/plan.md\n- name: Leads\n  href: task-details.md#983-quickleads\n'],
    [README, '# Read me first\n\n[Plan](english-playbook/plan.md), task 983\n'],
    [
      TASKS,
      `${FRONT}\n# Task Details\n\n## 983: QuickLeads\n\n**Service(s):** All Services  \n\n## 994: Kickoff\n\n## 995: Other\n`,
    ],
    [
      PLAN,
      `${FRONT}\n# Plan the deployment\n\n## Objectives\n\nFinish task 983. See [it](~/task-details.md#983-quickleads) or [it](../task-details.html), [log](<../my log.md>).\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n| 983 | QuickLeads | M | FastTrack Manager | All Services |\n| 5000 | New | M | FastTrack Manager | All Services |\n`,
    ],
    [
      GERMAN,
      `${FRONT}\n# Planung der Bereitstellung\n\n## Ziele\n\nWas wir mit dem Kunden wollen.\n\n| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |\n|---|---|---|---|---|\n| 994 | Auftakt | E | FastTrack Manager | Alle Dienste |\n| [983](https://aka.ms/983) | Interessenten | E | FastTrack Manager | Alle Dienste |\n`,
    ],
    [
      LOG,
      `${FRONT}\n## Refresh Summary\n\n| Date | Who Changed | What Changed |\n|---|---|---|\n| 01/02/2020 | ada | Task 983 was renamed |\n`,
    ],
  ]);
}

async function start(
  setup: ClientSetup = {},
  opened: readonly string[] = [PLAN],
): Promise<{ client: TestClient; files: Map<string, string> }> {
  const files = site();
  const client = await TestClient.inMemory(
    { capabilities: NAVIGATOR, files, ...setup },
    { host: new MemoryFiles(files) },
  );
  for (const uri of opened) await client.open(uri, files.get(uri) ?? '', uri === TOC ? 'yaml' : 'markdown');
  return { client, files };
}

/** Where `needle` starts in the text, `into` characters on. */
function at(
  files: ReadonlyMap<string, string>,
  uri: string,
  needle: string,
  into = 1,
): { textDocument: { uri: string }; position: Position } {
  const text = files.get(uri) ?? '';
  return {
    textDocument: { uri },
    position: TextDocument.create(uri, 'markdown', 0, text).positionAt(text.indexOf(needle) + into),
  };
}

function textIn(files: ReadonlyMap<string, string>, { uri, range }: Location): string {
  return `${uri.slice('file:///site/'.length)} ${TextDocument.create(uri, 'markdown', 0, files.get(uri) ?? '').getText(range)}`;
}

/** The files after the edit, as an editor would have them. */
function applied(files: ReadonlyMap<string, string>, edit: WorkspaceEdit | null): Map<string, string> {
  const changes = Object.entries(edit?.changes ?? {}).concat(
    (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? [[change.textDocument.uri, change.edits] as never] : [],
    ),
  );
  return new Map([
    ...files,
    ...changes.map(
      ([uri, edits]) =>
        [uri, TextDocument.applyEdits(TextDocument.create(uri, '', 0, files.get(uri) ?? ''), edits)] as const,
    ),
  ]);
}

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

test('a hover shows what is known about a task, with links to its places', async () => {
  const { client, files } = await start();
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, '983 |'));
  assert.deepEqual(hover.range, { start: { line: 12, character: 2 }, end: { line: 12, character: 5 } });
  assert.equal(
    (hover.contents as MarkupContent).value,
    [
      '**Task 983** QuickLeads',
      'Services: All Services',
      `**English**\n\n- [plan\\.md](${PLAN}#L13): M \\(mandatory\\) · FastTrack Manager · All Services (2 times)\n- [my log\\.md](${LOG}#L9): mentioned in text\n- [task\\-details\\.md](${TASKS}#L7): described here`,
      `**German**\n\n- [plan\\-de\\.md](${GERMAN}#L14): E \\(mandatory\\) · FastTrack Manager · Alle Dienste`,
    ].join('\n\n'),
  );
  assert.equal(await client.request('textDocument/hover', at(files, PLAN, 'Finish')), null);
  await client.stop();
});

test('a hover names the files of pages with the same title', async () => {
  const titled = (page = ''): string => page.replace('---\nft', '---\ntitle: Plan\nft');
  const { client, files } = await start({}, []);
  for (const uri of [PLAN, GERMAN]) files.set(uri, titled(files.get(uri)));
  await client.open(PLAN, files.get(PLAN) ?? '');
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, '983 |'));
  const { value } = hover.contents as MarkupContent;
  for (const name of ['[Plan \\(plan\\.md\\)]', '[Plan \\(plan\\-de\\.md\\)]', '[task\\-details\\.md]'])
    assert.ok(value.includes(name), value);
  await client.stop();
});

test('no text of a page becomes a link, HTML or a command in a hover', async () => {
  const evil =
    '[x](command:evil) ![i](https://evil.org/i.png) <img src=x> <b>b</b> https://evil.org www.evil.org a@evil.org &lt;b&gt; `c` **d** $(bug) \\[e\\](f)';
  const { client, files } = await start({}, []);
  const page = (files.get(PLAN) ?? '')
    .replace('---\nft', `---\ntitle: '${evil}'\nft`)
    .replace('| 983 | QuickLeads | M | FastTrack Manager', `| 983 | ${evil} | ${evil} | ${evil}`)
    .replaceAll('| 5000', `| [${evil}](x) || 5000`);
  files.set(PLAN, page).set(TASKS, (files.get(TASKS) ?? '').replace('QuickLeads', evil).replace('All Services', evil));
  await client.open(PLAN, page);
  const hover = await client.request<Hover>('textDocument/hover', at(files, PLAN, 'task 983', 6));
  const { value } = hover.contents as MarkupContent;
  const kinds = new Set<string>();
  const targets: string[] = [];
  const visit = (node: {
    readonly type: string;
    readonly url?: string;
    readonly children?: readonly never[];
  }): void => {
    kinds.add(node.type);
    if (node.url !== undefined) targets.push(node.url);
    for (const child of node.children ?? []) visit(child);
  };
  visit(remark().parse(value) as never);
  assert.deepEqual(
    [...kinds].filter((kind) => !['root', 'paragraph', 'text', 'strong', 'list', 'listItem', 'link'].includes(kind)),
    [],
  );
  assert.deepEqual(
    targets.filter((url) => !url.startsWith('file:///site/')),
    [],
  );
  assert.doesNotMatch(value, /https?:\/\/evil|www\.evil|a@evil|[^\\]\$\(/);
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
