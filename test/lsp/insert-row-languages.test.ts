import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver/node';
import { LANGUAGES, type Language } from '../../server/src/core/index.js';
import type {
  EditAnswer,
  EditCommand,
  NewPageResult,
  NewTask,
  OfferedVocabulary,
} from '../../server/src/protocol/index.js';
import { TestClient } from '../support/lsp-client.js';

const PAGE = 'file:///site/page.md';

/** What *Insert FTOP Task Row* asks with and writes, from its questions to the row. Written by hand: the vocabulary itself may be wrong. */
interface Expected {
  readonly heading: string;
  readonly header: string;
  readonly mandatory: string;
  readonly optional: string;
  readonly role: string;
  /** Of the role and of two services. */
  readonly cells: string;
}

const expected: Readonly<Record<Language, Expected>> = {
  en: {
    heading: 'FTOP Tasks',
    header: 'Task ID',
    mandatory: 'M',
    optional: 'O',
    role: 'FastTrack Manager',
    cells: 'FastTrack Manager | All Services / Teams',
  },
  de: {
    heading: 'FTOP-Aufgaben',
    header: 'Aufgaben-ID',
    mandatory: 'E',
    optional: 'O',
    role: 'FastTrack Manager',
    cells: 'FastTrack Manager | Alle Dienste/Teams',
  },
  es: {
    heading: 'Tareas de FTOP',
    header: 'Id. de tarea',
    mandatory: 'M',
    optional: 'O',
    role: 'Administrador de FastTrack',
    cells: 'Administrador de FastTrack | Todos los servicios / Teams',
  },
  pt: {
    heading: 'Tarefas do FTOP',
    header: 'ID da Tarefa',
    mandatory: 'b',
    optional: 'O',
    role: 'Gerente Microsoft FastTrack',
    cells: 'Gerente Microsoft FastTrack | Todos os Serviços/Teams',
  },
  ja: {
    heading: 'FTOP タスク',
    header: 'タスク ID',
    mandatory: 'M',
    optional: 'O',
    role: 'FastTrack マネージャー',
    cells: 'FastTrack マネージャー | すべてのサービス/Teams',
  },
  zh: {
    heading: 'FTOP 任务',
    header: '任务 ID',
    mandatory: 'M',
    optional: 'O',
    role: 'FastTrack 经理',
    cells: 'FastTrack 经理 | 所有服务/Teams',
  },
};

for (const language of LANGUAGES) {
  for (const lineEnd of ['\n', '\r\n']) {
    test(`a task row is requested and written in the words and letters of the page: ${language}, ${JSON.stringify(lineEnd)}`, async () => {
      const { heading, header, mandatory, optional, role, cells } = expected[language];
      const client = await TestClient.inMemory();
      const { text } = await client.request<NewPageResult>('playbook/newPage', {
        kind: 'process',
        language,
        audience: 'partner',
        title: 'X',
        phase: 'assess',
      });
      await client.open(PAGE, text.replaceAll('\n', lineEnd));
      const words = await client.request<OfferedVocabulary>('playbook/vocabulary', { uri: PAGE });
      assert.deepEqual([words.language, words.letters], [language, { mandatory, optional }]);
      assert.equal(words.roles.find(({ id }) => id === 'fasttrack-manager')?.label, role);

      const task: NewTask = {
        taskName: '"X" | 任务',
        roles: ['fasttrack-manager'],
        services: ['all-services', 'teams'],
      };
      await edit(client, '### ', { command: 'insertRow', args: { ...task, taskId: '5009', mo: 'mandatory' } });
      assert.ok(
        client.text(PAGE).includes(`${lineEnd}#### ${heading}${lineEnd}${lineEnd}| ${header} | `),
        'the step has got a table',
      );
      // The last cell of the row above has lost its pipe.
      await client.change(PAGE, [{ text: client.text(PAGE).replace(`${cells} |`, cells) }]);
      await edit(client, '5009', { command: 'insertRow', args: { ...task, taskId: '5010', mo: 'optional' } });
      const rows = client
        .text(PAGE)
        .split(lineEnd)
        .filter((line) => /^\| 50/.test(line));
      assert.deepEqual(rows, [
        `| 5009 | "X" \\| 任务 | ${mandatory} | ${cells}`,
        `| 5010 | "X" \\| 任务 | ${optional} | ${cells} |`,
      ]);
      await client.stop();
    });
  }
}

/** Makes an edit where `at` stands. */
async function edit(client: TestClient, at: string, command: EditCommand): Promise<void> {
  const document = TextDocument.create(PAGE, 'markdown', 0, client.text(PAGE));
  const start = document.getText().indexOf(at);
  assert.notEqual(start, -1, `"${at}" is not in the page`);
  const place = document.positionAt(start);
  const answer = await client.request<EditAnswer>('playbook/edit', {
    uri: PAGE,
    version: client.texts.get(PAGE)?.version,
    range: { start: place, end: place },
    ...command,
  });
  if ('refused' in answer) return assert.fail(answer.refused);
  await client.change(PAGE, [{ text: TextDocument.applyEdits(document, answer.edits as TextEdit[]) }]);
}
