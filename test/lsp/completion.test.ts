import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CompletionTriggerKind,
  InsertTextFormat,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type MarkupContent,
  type SelectionRange,
  type SymbolInformation,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CARET } from '../support/caret.js';
import { FULL_CLIENT, POOR_CLIENT, TestClient, type ClientSetup } from '../support/lsp-client.js';
import { PATIENCE } from '../support/patience.js';
import { filesIn } from '../support/workspace-fixture.js';
import { OTHER_PAGES, WRITTEN_PAGES } from '../support/written-pages.js';

const PAGE = 'file:///site/pages/network.md';
const { en, de, zh } = WRITTEN_PAGES;

const WRITING_CLIENT: ClientCapabilities = {
  ...FULL_CLIENT,
  textDocument: {
    ...FULL_CLIENT.textDocument,
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const files = new Map([...filesIn(OTHER_PAGES)].map(([name, text]) => [`file:///site/pages/${name}`, text]));

/** An editor with a page open, and the caret in it. */
async function editing(
  text: string,
  setup: ClientSetup = {},
  uri = PAGE,
): Promise<{ readonly client: TestClient; readonly position: { readonly line: number; readonly character: number } }> {
  const client = await TestClient.inMemory({ capabilities: WRITING_CLIENT, files, ...setup });
  const plain = text.replace(CARET, '');
  await client.open(uri, plain);
  return { client, position: TextDocument.create(uri, 'markdown', 1, plain).positionAt(text.indexOf(CARET)) };
}

async function complete(
  text: string,
  setup: ClientSetup = {},
  typed?: string,
  uri = PAGE,
): Promise<{ readonly client: TestClient; readonly list: CompletionList | null }> {
  const { client, position } = await editing(text, setup, uri);
  const context =
    typed === undefined
      ? { triggerKind: CompletionTriggerKind.Invoked }
      : { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: typed };
  return {
    client,
    list: await client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position,
      context,
    }),
  };
}

/** The page once the item is taken, as an editor without tab stops would have it. */
function take(client: TestClient, item: CompletionItem | undefined): string {
  const document = client.texts.get(PAGE);
  if (document === undefined || item === undefined) throw new Error('There is nothing to take');
  return TextDocument.applyEdits(document, [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]);
}

/** The answer to a question that is asked until the workspace is read. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('Asked in vain');
}

/** Completes with the tasks of the other pages. */
async function withTasks(
  text: string,
  setup: ClientSetup = {},
): Promise<{ readonly client: TestClient; readonly list: CompletionList }> {
  const { client, position } = await editing(text, setup);
  const list = await eventually(async () => {
    const answer = await client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: PAGE },
      position,
    });
    return answer === null || answer.items.length === 0 ? undefined : answer;
  });
  return { client, list };
}

const englishRow = '| 5001 | Collect the list of offices | M | FastTrack Manager | Exchange / Teams |';

for (const [name, initializationOptions] of [
  ['an editor', {}],
  ['our own client that may suggest while the author types', { readFile: true, suggestWhileTyping: true }],
] as const) {
  test(`${name} receives the trigger characters for completions`, async () => {
    const client = await TestClient.inMemory({ capabilities: WRITING_CLIENT, initializationOptions });
    assert.deepEqual(client.result?.capabilities.completionProvider, {
      triggerCharacters: ['|', ' ', '/', '*', '!', '：'],
      resolveProvider: false,
    });
    await client.stop();
  });
}

test('our own client has no trigger characters by default', async () => {
  const client = await TestClient.inMemory({ capabilities: WRITING_CLIENT, initializationOptions: { readFile: true } });
  assert.deepEqual(client.result?.capabilities.completionProvider, { resolveProvider: false });
  await client.stop();
});

for (const [name, page, row, written] of [
  [
    'English',
    en,
    englishRow,
    '| 5003 | Check the proxy \\| with the customer | M | FastTrack Engineer / SME | All Services |',
  ],
  [
    'German',
    de,
    '| 5001        | Die Büros sammeln        | E   | FastTrack Manager | Exchange/Teams |',
    '| 5003 | Check the proxy \\| with the customer <!-- playbook-translate --> | E | FastTrack Engineer/SME | Alle Dienste |',
  ],
  [
    'Chinese',
    zh,
    '|5001|收集办公室列表|M|FastTrack 经理|Exchange/Teams|',
    '|5003|Check the proxy \\| with the customer <!-- playbook-translate -->|M|FastTrack 工程师/SME|所有服务|',
  ],
] as const) {
  test(`an author types a pipe on a new line of the ${name} table, selects a task, and the row is complete`, async () => {
    const { client, list } = await withTasks(page.replace(row, `${row}\n|${CARET}`), { capabilities: FULL_CLIENT });
    const item = list.items.find(({ label }) => label.startsWith('5003'));
    assert.equal(
      take(client, item),
      page.replace(row, () => `${row}\n${written}`),
    );
    assert.equal(item?.insertTextFormat, undefined);
    assert.equal(item?.commitCharacters, undefined);
    await client.stop();
  });
}

test("if a name isn't translated yet, an editor with tab stops gets a tab stop", async () => {
  const { client, list } = await withTasks(de.replace('| 5001 ', `| 50${CARET}\n| 5001 `));
  const item = list.items.find(({ label }) => label.startsWith('5003'));
  assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
  assert.match((item?.textEdit as TextEdit).newText, /^5003 \| \$\{1:Check the proxy/);
  await client.stop();
});

test('items are in order, with their descriptions', async () => {
  const { client, list } = await complete(en.replace('ms.date: 9/14/2026\nms.topic: partner-playbook', `ms.${CARET}`));
  const items = list?.items ?? [];
  assert.deepEqual(
    items.slice(0, 2).map(({ label, detail, sortText }) => [label, detail, sortText]),
    [
      ['ms.date', 'required', '0000'],
      ['ms.topic', 'required', '0001'],
    ],
  );
  assert.deepEqual(items[0]?.documentation, {
    kind: 'markdown',
    value: 'The day of the last change, as month/day/year with four digits for the year.',
  });
  assert.deepEqual(items[0]?.textEdit, {
    range: { start: { line: 7, character: 0 }, end: { line: 7, character: 3 } },
    newText: 'ms.date: 11/21/2026',
  });
  assert.equal(list?.isIncomplete, false);
  await client.stop();
});

test('a client without Markdown and tab stops gets plain text, and no unknown command', async () => {
  const { client, list } = await complete(en.replace('author: Ada North\n', `${CARET}\n`), {
    capabilities: POOR_CLIENT,
    initializationOptions: {},
  });
  const [item] = list?.items ?? [];
  assert.equal(item?.label, 'author');
  assert.equal(item?.documentation, 'The name of the person who wrote the page, such as Ada North.');
  assert.equal(item?.command, undefined);
  await client.stop();
});

for (const [suggestWhileTyping, command] of [
  [true, { title: '', command: 'editor.action.triggerSuggest', arguments: [{ auto: true }] }],
  [false, undefined],
] as const) {
  test(`after a key, the list of its values ${suggestWhileTyping ? 'opens' : 'stays closed'} if suggestWhileTyping is ${suggestWhileTyping}`, async () => {
    const { client, list } = await complete(en.replace('author: Ada North\n', `${CARET}\n`), {
      initializationOptions: { readFile: true, suggestWhileTyping },
    });
    assert.deepEqual(list?.items[0]?.command, command);
    await client.stop();
  });
}

test('positions are in the encoding of the client', async () => {
  const text = zh.replace('主要角色：**FastTrack 经理**', '主要角色：**');
  const client = await TestClient.inMemory({
    capabilities: { ...WRITING_CLIENT, general: { positionEncodings: ['utf-8'] } },
  });
  await client.open(PAGE, text);
  const line = text.split('\n').findIndex((one) => one.startsWith('主要角色'));
  const list = await client.request<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: PAGE },
    position: { line, character: 17 },
  });
  assert.deepEqual(list?.items[0]?.textEdit, {
    range: { start: { line, character: 17 }, end: { line, character: 17 } },
    newText: 'FastTrack 工程师**',
  });
  await client.stop();
});

test('nothing is suggested in prose, in other Markdown, or if checking is off', async () => {
  const prose = await complete(en.replace('What the network', `What the ${CARET}network`), {}, ' ');
  assert.deepEqual(prose.list?.items, []);
  const foreign = await complete(
    `---\nlayout: post\n${CARET}\n---\n\nWords.\n`,
    {},
    undefined,
    'file:///site/blog/post.md',
  );
  assert.equal(foreign.list, null);
  const off = await complete(en.replace('ms.topic: partner-playbook', `ms.topic: ${CARET}`), {
    settings: () => ({ enable: false }),
  });
  assert.equal(off.list, null);
  for (const { client } of [prose, foreign, off]) await client.stop();
});

test('in a new file among playbooks, front matter is suggested on request', async () => {
  const client = await TestClient.inMemory({ capabilities: WRITING_CLIENT, files: new Map([...files, [PAGE, '']]) });
  const fresh = 'file:///site/pages/new.md';
  await client.open(PAGE, en);
  await client.problems(PAGE);
  await client.open(fresh, '---\n\n---\n');
  const list = await eventually(
    async () =>
      (await client.request<CompletionList | null>('textDocument/completion', {
        textDocument: { uri: fresh },
        position: { line: 1, character: 0 },
      })) ?? undefined,
  );
  assert.equal(list.items[0]?.label, 'title');
  await client.stop();
});

test('a comment suggests the rules that it would suppress first', async () => {
  const { client, list } = await complete(
    en
      .replace('| 5002 | Name a contact | O |', `| 5002 | Name a contact | X |`)
      .replace('Classroom/SDS / Teams |', `Classroom/SDS / Teams | <!-- playbook-lint-disable-line ${CARET}`),
  );
  assert.deepEqual(list?.items[0]?.label, 'task-mo-letter');
  assert.equal(list?.items[0]?.detail, 'reported here');
  await client.stop();
});

async function hover(text: string, setup: ClientSetup = {}): Promise<Hover | null> {
  const { client, position } = await editing(text, setup);
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri: PAGE }, position });
  await client.stop();
  return found;
}

test('hover describes words in Markdown, with all text of the page escaped', async () => {
  const role = await hover(en.replace('**FastTrack Manager**', `**F${CARET}M**`));
  assert.equal((role?.contents as MarkupContent).kind, 'markdown');
  assert.match(
    (role?.contents as MarkupContent).value,
    /^\*\*FastTrack Manager\*\* \(role\)\n\n"FM" is accepted, but "FastTrack Manager" is recommended\.\n\n- German: FastTrack Manager, FM, FastTrack\\-Manager\n/,
  );
  assert.deepEqual(role?.range, { start: { line: 31, character: 16 }, end: { line: 31, character: 18 } });
  const rule = await hover(
    en.replace('What the network', `<!-- playbook-lint-disable-next-line link-${CARET}empty -->`),
  );
  assert.match(
    (rule?.contents as MarkupContent).value,
    /\[About this rule\]\(command:playbook\.openRulePage\?%5B%22link-empty%22%5D\)$/,
  );
  assert.equal(await hover(en.replace('What the network', `What ${CARET}the network`)), null);
});

test('hover is plain text for a client without Markdown, and still describes tasks', async () => {
  const letter = await hover(de.replace('| E   |', `| ${CARET}E   |`), { capabilities: FULL_CLIENT });
  assert.deepEqual(letter?.contents, {
    kind: 'plaintext',
    value:
      'E (letter)\n\nMandatory: the task is required.\n\n- English: M\n- Spanish: M\n- Portuguese: b\n- Japanese: M\n- Chinese: M',
  });
  const task = await hover(en.replace('| 5001 |', `| 50${CARET}01 |`));
  assert.match((task?.contents as MarkupContent).value, /^\*\*Task 5001\*\*/);
});

test('outline, folding and selection', async () => {
  const { client, position } = await editing(en.replace('| 5002 | Name a contact', `| 5002 | Name a ${CARET}contact`), {
    initializationOptions: {},
  });
  assert.equal(client.result?.capabilities.documentSymbolProvider, true);
  const textDocument = { uri: PAGE };
  const [root] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
  assert.equal(root?.name, 'Check the Network');
  const tasks = root.children?.[2]?.children?.[0]?.children?.[0]?.children?.[0];
  assert.deepEqual(
    [tasks?.name, tasks?.detail, tasks?.children?.map(({ name, detail }) => `${name} ${detail ?? ''}`)],
    ['Task table', '1 M, 1 O', ['5001 Collect the list of offices M', '5002 Name a contact O']],
  );
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  assert.deepEqual(folds[0], { startLine: 0, endLine: 13 });
  assert.ok(folds.some(({ startLine, endLine }) => startLine === 40 && endLine === 43));
  const [first, second] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
    textDocument,
    positions: [position, { line: 0, character: 0 }],
  });
  assert.deepEqual(first?.range, { start: { line: 43, character: 9 }, end: { line: 43, character: 23 } });
  assert.deepEqual(first?.parent?.range, { start: { line: 43, character: 8 }, end: { line: 43, character: 24 } });
  assert.equal(second?.range.start.line, 0);
  await client.stop();
});

test('VS Code, which shows headings itself, gets only the tasks', async () => {
  const { client } = await editing(`${CARET}${en}`);
  assert.deepEqual(client.result?.capabilities.documentSymbolProvider, { label: 'FTOP Tasks' });
  const roots = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: PAGE } });
  assert.deepEqual(
    roots.map(({ name, detail, children = [] }) => [name, detail, ...children.map((child) => child.name)]),
    [['Task table: Ask the customer', '1 M, 1 O', '5001 Collect the list of offices', '5002 Name a contact']],
  );
  await client.stop();
});

test("a client that doesn't support trees gets the outline as a list", async () => {
  const { client } = await editing(`${CARET}${en}`, { capabilities: POOR_CLIENT, initializationOptions: {} });
  const list = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {
    textDocument: { uri: PAGE },
  });
  assert.deepEqual(
    list.slice(0, 2).map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
    [
      ['Check the Network', '', 15],
      ['Overview', 'Check the Network', 19],
    ],
  );
  await client.stop();
});

test("an incomplete page, an empty page and a page that isn't open cause no errors", async () => {
  const client = await TestClient.inMemory({ capabilities: WRITING_CLIENT });
  const ask = (uri: string): Promise<unknown[]> =>
    Promise.all(
      ['completion', 'hover', 'documentSymbol', 'foldingRange', 'selectionRange'].map((method) =>
        client.request(`textDocument/${method}`, {
          textDocument: { uri },
          position: { line: 99, character: 99 },
          positions: [{ line: 99, character: 99 }],
        }),
      ),
    );
  assert.deepEqual(await ask('file:///site/nowhere.md'), [null, null, null, null, null]);
  await client.open('file:///site/empty.md', '');
  assert.deepEqual(await ask('file:///site/empty.md'), [null, null, null, null, null]);
  await client.open('file:///site/half.md', '---\nft.audience: partner\n---\n\n| ');
  assert.equal((await ask('file:///site/half.md')).length, 5);
  assert.deepEqual(
    client.said('window/logMessage').filter((message) => (message as { type: number }).type === 1),
    [],
  );
  await client.stop();
});
