import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LSPErrorCodes, type CodeAction, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import type {
  EditAnswer,
  FixWorkspaceResult,
  PlanMetadataEditResult,
  PlanTaskEditResult,
} from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const PAGE = 'file:///site/page.md';
const OTHER = 'file:///site/other.md';
/** Has label lines without a hard break, and rows that are neither sorted nor aligned. */
const TEXT = playbookWith(GOOD_ROW, '| 0999 | Ask | O | SME | Teams |').replace(
  '#### FTOP',
  '### Step\n\nPrimary Role: **FastTrack Engineer**\nApplies To: **All Services**\n\nText.\n\n#### FTOP',
);
const LINKING = playbookWith(GOOD_ROW).replace('#### FTOP', '[A page](page.md)\n\n#### FTOP');

async function opened(): Promise<TestClient> {
  const client = await TestClient.inMemory({
    files: new Map([
      [PAGE, TEXT],
      [OTHER, LINKING],
    ]),
  });
  await client.open(PAGE, TEXT);
  await client.open(OTHER, LINKING);
  await client.pull(PAGE);
  return client;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** Every request that is answered with edits, and the edits of `PAGE` in its answer with the version that they are for. */
type Ask = (
  client: TestClient,
) => Promise<readonly { readonly edits: readonly TextEdit[]; readonly version: number | null }[]>;

const row = TEXT.split('\n').findIndex((line) => line.startsWith('| 0999'));
const range = { start: { line: row, character: 3 }, end: { line: row, character: 3 } };
const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

function inFiles(edit: WorkspaceEdit | null | undefined): { edits: TextEdit[]; version: number | null }[] {
  return (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === PAGE
      ? [{ edits: change.edits as TextEdit[], version: change.textDocument.version }]
      : [],
  );
}

function actionsFor(kind: string | undefined): Ask {
  return async (client) => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: PAGE },
      range: whole,
      context: { diagnostics: [], ...(kind !== undefined && { only: [kind] }) },
    });
    return actions.flatMap(({ edit }) => inFiles(edit));
  };
}

const REQUESTS: Readonly<Record<string, Ask>> = {
  'code actions': actionsFor(undefined),
  'fix all': actionsFor('source.fixAll.playbook'),
  rename: async (client) =>
    inFiles(
      await client.request<WorkspaceEdit | null>('textDocument/rename', {
        textDocument: { uri: PAGE },
        position: range.start,
        newName: '4711',
      }),
    ),
  'edit command': async (client) => {
    const version = client.texts.get(PAGE)?.version ?? 0;
    const answer = await client.request<EditAnswer>('playbook/edit', {
      uri: PAGE,
      version,
      range,
      command: 'sortTasks',
    });
    return 'refused' in answer ? [] : [{ edits: answer.edits as TextEdit[], version }];
  },
  'workspace fixes': async (client) =>
    ((await client.request<FixWorkspaceResult>('playbook/fixWorkspace', {})) ?? [])
      .filter(({ uri }) => uri === PAGE)
      .map(({ edits, version }) => ({ edits, version })),
  'edited tasks': async (client) => {
    const plan = await client.request<PlanTaskEditResult>('playbook/planTaskEdit', {
      fileName: 'a.csv',
      base64: base64('File,Task ID,Task Name\npage.md,0999,New'),
      uri: null,
      forInformation: [],
    });
    return (plan?.changes ?? []).map(({ version, range: at, newText }) => ({
      version,
      edits: [{ range: at, newText }],
    }));
  },
  'edited front matter': async (client) => {
    const plan = await client.request<PlanMetadataEditResult>('playbook/planMetadataEdit', {
      fileName: 'a.csv',
      base64: base64('File,title\npage.md,New'),
    });
    return (plan?.changes ?? []).map(({ version, range: at, newText }) => ({
      version,
      edits: [{ range: at, newText }],
    }));
  },
};

/** No edits, for a reason that a client or an author knows what to do about. */
function refused(error: unknown): [] {
  const codes: readonly unknown[] = [
    LSPErrorCodes.ContentModified,
    LSPErrorCodes.ServerCancelled,
    LSPErrorCodes.RequestFailed,
  ];
  assert.ok(codes.includes((error as { code: number }).code), String(error));
  return [];
}

/** The places of the edits with the text that they take away. */
function replaced(text: string, edits: readonly TextEdit[]): string[] {
  const document = TextDocument.create(PAGE, 'markdown', 0, text);
  return edits.map(({ range: at, newText }) => `${document.getText(at)} → ${newText}`);
}

describe('edits are for the version that they name, whenever the page changes', () => {
  for (const [name, ask] of Object.entries(REQUESTS)) {
    test(name, async () => {
      const client = await opened();
      const before = await ask(client);
      assert.ok(before.length > 0, 'there is something to edit');
      const texts = new Map([[1, TEXT]]);
      for (let change = 0; change < 3; change++) {
        const answer = ask(client).catch(refused);
        // Moves every line: an edit for another text than its own takes away something else.
        await client.replace(PAGE, '# Assess the network\n', '# Assess the network\n\nOne more line.\n');
        texts.set(client.texts.get(PAGE)?.version ?? 0, client.text(PAGE));
        for (const { edits, version } of await answer) {
          const text = texts.get(version ?? 0);
          assert.ok(text !== undefined, `an edit of version ${version}`);
          assert.ok(
            before.some((one) => JSON.stringify(replaced(TEXT, one.edits)) === JSON.stringify(replaced(text, edits))),
            `${name}: ${replaced(text, edits).join('\n')}`,
          );
        }
      }
      await client.stop();
    });
  }
});

test("an open page that can't be checked any more gets no edits for its old text", async () => {
  for (const text of [`${TEXT}\0`, `${TEXT}${'x'.repeat(5_100_000)}`, '']) {
    const client = await opened();
    // Now the index has read the page.
    for (const ask of Object.values(REQUESTS)) assert.ok((await ask(client)).length > 0);
    await client.change(PAGE, [{ text }]);
    for (const [name, ask] of Object.entries(REQUESTS)) {
      assert.deepEqual(await ask(client).catch(refused), [], name);
    }
    await client.stop();
  }
});
