import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EditAnswer, RowOffersResult, TryEditResult } from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';
import { GOOD_ROW, playbookWith } from '../support/pages.js';

const OTHER = 'file:///site/english-playbook/other.md';
const PAGE = 'file:///site/german-playbook/page-de.md';

const GERMAN = [
  '---',
  'title: Netzwerk',
  'ft.audience: partner',
  '---',
  '',
  '# Netzwerk',
  '',
  '## Ausgaben',
  '',
  '#### FTOP-Aufgaben',
  '',
  '| Aufgaben-ID | Aufgabenname | (E)rforderlich / (O)ptional | FastTrack-Rolle | Dienste |',
  '|---|---|---|---|---|',
];
const FIRST_ROW = GERMAN.length;

const OTHERS = playbookWith(
  '| 2000 | Ask [the team](team.md) | O | SME | Teams / Exchange |',
  '| 2001 | Tell everybody | M | FastTrack Manager | Teams |',
);
/** Has a German name for one of them. */
const SECOND = `${[...GERMAN, '| 2001 | Alle informieren | E | FastTrack-Manager | Teams |'].join('\n')}\n`;

async function withPage(
  rows: readonly string[],
  run: (client: TestClient, text: string) => Promise<void>,
): Promise<void> {
  const files = new Map([
    [OTHER, OTHERS],
    ['file:///site/german-playbook/second-de.md', SECOND],
  ]);
  const client = await TestClient.inMemory({ files });
  const text = `${[...GERMAN, ...rows].join('\n')}\n`;
  await client.open(PAGE, text);
  await run(client, text);
  await client.stop();
}

const offers = (client: TestClient, typed: string, ownId = ''): Promise<RowOffersResult> =>
  client.request('playbook/rowOffers', { uri: PAGE, typed, ownId });

describe('the ID cell of a row', () => {
  test('offers the known tasks by ID, and by name in the language of the page and in English', () =>
    withPage(['| | | | | |', '| 2000 | Fragen | O | SME | Teams |'], async (client) => {
      const asked = { id: '2000', name: 'Ask the team' };
      const told = { id: '2001', name: 'Alle informieren' };
      assert.deepEqual(await offers(client, ''), [told], 'the page has the other one');
      assert.deepEqual(await offers(client, '', '2000'), [told, asked], 'its own ID is offered');
      for (const typed of ['2001', '２００', 'INFORM', 'everybody'])
        assert.deepEqual(await offers(client, typed), [told], typed);
      for (const typed of ['4', 'nothing']) assert.deepEqual(await offers(client, typed), [], typed);
    }));

  test('offers at most 100 tasks, and typing finds the rest', async () => {
    const rows = Array.from({ length: 800 }, (_, index) => `| ${3000 + index} | Task ${index} | M | SME | Teams |`);
    const client = await TestClient.inMemory({ files: new Map([[OTHER, playbookWith(...rows)]]) });
    await client.open(PAGE, `${GERMAN.join('\n')}\n`);
    assert.equal((await offers(client, '')).length, 100);
    assert.deepEqual(await offers(client, 'task 799'), [{ id: '3799', name: 'Task 799' }]);
    await client.stop();
  });

  test('offers nothing on another page or without a workspace', async () => {
    const client = await TestClient.inMemory({ folders: null });
    await client.open('untitled:Untitled-1', playbookWith(GOOD_ROW));
    const ask = (uri: string): Promise<RowOffersResult> =>
      client.request('playbook/rowOffers', { uri, typed: '', ownId: '' });
    assert.deepEqual(await ask('untitled:Untitled-1'), []);
    assert.deepEqual(await ask('file:///site/unknown.md'), []);
    await client.stop();
  });
});

describe('a known task', () => {
  const fill = async (client: TestClient, line: number, text: string): Promise<string> => {
    const answer = await client.request<EditAnswer>('playbook/edit', place(client, line, text));
    if ('refused' in answer) return answer.refused;
    const lines = (client.texts.get(PAGE)?.getText() ?? '').split('\n');
    return answer.edits.reduceRight(
      (row, { range: { start, end }, newText }) => row.slice(0, start.character) + newText + row.slice(end.character),
      lines[line] ?? '',
    );
  };
  const place = (client: TestClient, line: number, text: string): object => ({
    uri: PAGE,
    version: client.texts.get(PAGE)?.version,
    range: { start: { line, character: 0 }, end: { line, character: 0 } },
    command: 'setCell',
    args: { column: 'task-id', text, fillsRow: true },
  });

  for (const [row, id, filled] of [
    ['| | | | | |', '2001', '| 2001 | Alle informieren | E | FastTrack-Manager | Teams |'],
    ['| | | | | |', '2000', '| 2000 | Ask the team <!-- playbook-translate --> | O | SME | Teams/Exchange |'],
    ['| 2000 | Fragen | | | Intune |', '2001', '| 2001 | Fragen | E | FastTrack-Manager | Intune |'],
    ['| [2000](a.md) | | E | | |', '2001', '| [2001](a.md) | Alle informieren | E | FastTrack-Manager | Teams |'],
    ['| | | | | |', '4000', '| 4000 | | | | |'],
    ['| 2000 | Fragen | SME |', '2001', 'The row is broken. Fix it in the editor first.'],
  ] as const) {
    test(`fills the empty cells of a row: ${row}, ${id}`, () =>
      withPage([row], async (client) => {
        await offers(client, '');
        assert.equal(await fill(client, FIRST_ROW, id), filled);
      }));
  }

  test('is tried before it is written', () =>
    withPage(['| | | | | |'], async (client) => {
      await offers(client, '');
      const tried = await client.request<TryEditResult>('playbook/tryEdit', place(client, FIRST_ROW, '2001'));
      assert.deepEqual(tried, { problems: [] });
    }));
});
