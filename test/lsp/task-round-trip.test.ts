import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import { FOR_INFORMATION } from '../../client/webviews/preview/columns';
import { taskSheet } from '../../client/src/common/preview/task-sheet';
import { english } from '../support/english';
import { builtInVocabulary, LANGUAGES, type Language } from '../../server/src/core/index.js';
import type {
  EditAnswer,
  PlanTaskEditResult,
  TaskFileFormat,
  TaskFileResult,
  TaskPreview,
} from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';

/** Every form of an export, and the name of its file. */
const FILES: readonly (readonly [TaskFileFormat, string])[] = [
  ['csv', 'tasks.csv'],
  ['tsv', 'tasks.tsv'],
  ['xlsx', 'tasks.xlsx'],
  ['json', 'tasks.json'],
  ['markdown', 'tasks.md'],
];
const COLUMNS = ['task-id', 'task-name', 'mo', 'role', 'services'] as const;
/** Names with all that one of the forms has to write in its own way. */
const NAMES = [
  'Plain',
  'A \\| B, "C"; D',
  '=1+1',
  '-5 of 10',
  '<kbd>Enter</kbd> &amp; more',
  'C:\\dir \\<b>',
  "It's `a \\| b` **bold**",
  '[linked](https://example.com/a?b=c&d=e)',
  '检查 网络',
];

const words = builtInVocabulary;

function headerIn(language: Language): string {
  return `| ${COLUMNS.map((column) => words.taskColumns.spelling(column, language)).join(' | ')} |\n|---|---|---|---|---|`;
}

function pageIn(language: Language, rows: readonly string[]): string {
  return [
    '---',
    'title: A page',
    'ft.audience: partner',
    '---',
    '',
    '# A page',
    '',
    '#### FTOP',
    '',
    headerIn(language),
    ...rows,
    '',
  ].join('\n');
}

function rowsIn(language: Language): string[] {
  const letters = words.letters[language];
  const role = words.roles.spelling('fasttrack-manager', language);
  const services = ['exchange', 'teams']
    .map((id) => words.services.spelling(id, language))
    .join(words.separators[language]);
  return NAMES.map(
    (name, index) =>
      `| 0${983 + index} | ${name} | ${index % 2 === 0 ? letters.mandatory : letters.optional} | ${role} | ${services} |`,
  );
}

/** The page of a language in a folder, open in an editor. */
async function openPage(language: Language, rows: readonly string[]): Promise<{ client: TestClient; uri: string }> {
  const uri = `file:///site/${language}/page.md`;
  const text = pageIn(language, rows);
  const client = await TestClient.inMemory({ files: new Map([[uri, text]]) });
  await client.open(uri, text);
  return { client, uri };
}

/** With what the workspace knows about the tasks. */
async function previewOf(client: TestClient, uri: string): Promise<TaskPreview> {
  await client.request('playbook/workspaceRead', {});
  const preview = await client.request<TaskPreview | null>('playbook/taskPreview', { uri });
  assert.ok(preview !== null);
  return preview;
}

/** What the cells of all rows say, as their author wrote them. */
function cellsOf({ rows }: TaskPreview): (string | undefined)[][] {
  return rows.map((row) => [row.id, row.name, row.mo, row.role, row.services].map((cell) => cell?.source));
}

async function exported(client: TestClient, uri: string, format: TaskFileFormat): Promise<string> {
  const { base64 } = await client.request<TaskFileResult>('playbook/taskFile', {
    sheet: taskSheet(await previewOf(client, uri), null, english),
    format,
  });
  return base64;
}

for (const language of LANGUAGES) {
  describe(`an export of a page in ${language}`, () => {
    for (const [format, fileName] of FILES) {
      test(`as ${format} changes nothing when it is applied to the page`, async () => {
        const { client, uri } = await openPage(language, rowsIn(language));
        assert.deepEqual(
          await client.request<PlanTaskEditResult>('playbook/planTaskEdit', {
            fileName,
            base64: await exported(client, uri, format),
            uri,
            forInformation: FOR_INFORMATION,
          }),
          { changes: [], problems: [] },
        );
        await client.stop();
      });
    }

    for (const [format] of FILES.filter(([name]) => name !== 'xlsx')) {
      test(`as ${format} results in the same tasks when it is pasted`, async () => {
        const { client, uri } = await openPage(language, rowsIn(language));
        const before = cellsOf(await previewOf(client, uri));
        const text = new TextDecoder().decode(Buffer.from(await exported(client, uri, format), 'base64'));
        await client.change(uri, [{ text: pageIn(language, ['| | | | | |']) }]);
        const line = client.text(uri).split('\n').indexOf('| | | | | |');
        const place = { line, character: 2 };
        const answer = await client.request<EditAnswer>('playbook/edit', {
          uri,
          version: client.texts.get(uri)?.version,
          range: { start: place, end: place },
          command: 'pasteRows',
          args: { text },
        });
        if ('refused' in answer) assert.fail(answer.refused);
        assert.match(answer.note ?? '', /"File".*"Row".*"Language"/, 'what is left out is named');
        await client.change(uri, [
          {
            text: TextDocument.applyEdits(
              TextDocument.create(uri, 'markdown', 0, client.text(uri)),
              answer.edits as TextEdit[],
            ),
          },
        ]);
        assert.deepEqual(cellsOf(await previewOf(client, uri)), before);
        await client.stop();
      });
    }
  });
}
