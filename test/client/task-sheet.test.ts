import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type {
  PreviewPage,
  PreviewRow,
  PreviewTable,
  PreviewTerms,
  TaskPreview,
} from '../../client/webviews/preview/protocol/messages';
import { taskSheet } from '../../client/src/common/preview/task-sheet';
import { english } from '../support/english';

function page(file: string, languageName: string, phases: readonly string[] = []): PreviewPage {
  return { uri: `file:///${file}`, file, title: '', language: '', languageName, phases, audience: [] };
}

function table(pageIndex: number, section: string, step: string): PreviewTable {
  return {
    page: pageIndex,
    line: 0,
    section,
    step,
    primaryRole: '',
    appliesTo: '',
    columns: [],
    letters: { mandatory: 'M', optional: 'O' },
  };
}

function terms(source: string): PreviewTerms {
  return { start: 0, end: 0, source, parts: [], terms: [] };
}

function row(tableIndex: number, cells: readonly (string | null)[], more: Partial<PreviewRow> = {}): PreviewRow {
  const [id = null, name = null, mo = null, role = null, services = null] = cells.map((cell) =>
    cell === null ? null : terms(cell),
  );
  return {
    table: tableIndex,
    task: null,
    line: 0,
    obligation: null,
    id,
    name,
    mo,
    role,
    services,
    broken: null,
    problems: [],
    ...more,
  };
}

const BROKEN = '| 4304 | Two | cells | M |';

const PREVIEW: TaskPreview = {
  version: 1,
  hasAllProblems: true,
  pages: [page('pages/network.md', 'English', ['assess', 'unheard']), page('中文/评估网络.md', 'Chinese')],
  tables: [table(0, 'Approach', 'Step 1'), table(0, 'Approach', ''), table(1, '方法', '步骤 1')],
  rows: [
    row(0, ['[0983](https://x.y/)', 'A | B', 'M', 'FastTrack Engineer', 'Exchange / SharePoint'], { task: 0 }),
    row(0, ['4303', '', null, '', null], {
      problems: [
        { severity: 'error', ruleId: 'task-name-empty', message: 'No name', column: 'task-name' },
        { severity: 'hint', ruleId: '', message: 'A hint', column: null },
      ],
    }),
    row(1, ['4304', null, null, null, null], { broken: BROKEN }),
    row(2, ['4302', '检查网络', 'M', 'FastTrack 工程师', 'Exchange']),
  ],
  tasks: [{ languageNames: ['English', 'Chinese'] }],
  words: {
    roles: [],
    services: [],
    phases: [{ id: 'assess', label: 'Assess' }],
    taskId: { pattern: '', description: '' },
  },
};

describe('the tasks as a table', () => {
  test('have a row each, with the source text of the cells', () => {
    assert.deepEqual(taskSheet(PREVIEW, null, english), {
      name: 'Tasks',
      columns: [
        'File',
        'Row',
        'Language',
        'Phase',
        'Section',
        'Step',
        'Task ID',
        'Task Name',
        'M/O',
        'Role',
        'Services',
        'Problems',
        'Languages',
      ],
      rows: [
        [
          'pages/network.md',
          1,
          'English',
          'Assess, unheard',
          'Approach',
          'Step 1',
          '[0983](https://x.y/)',
          'A | B',
          'M',
          'FastTrack Engineer',
          'Exchange / SharePoint',
          '',
          'English, Chinese',
        ],
        [
          'pages/network.md',
          2,
          'English',
          'Assess, unheard',
          'Approach',
          'Step 1',
          '4303',
          '',
          '',
          '',
          '',
          'No name (task-name-empty)\nA hint',
          '',
        ],
        [
          'pages/network.md',
          3,
          'English',
          'Assess, unheard',
          'Approach',
          '',
          '4304',
          '',
          '',
          '',
          '',
          `The cells aren't in their columns: ${BROKEN}`,
          '',
        ],
        [
          '中文/评估网络.md',
          1,
          'Chinese',
          '',
          '方法',
          '步骤 1',
          '4302',
          '检查网络',
          'M',
          'FastTrack 工程师',
          'Exchange',
          '',
          '',
        ],
      ],
    });
  });

  test('can be a selection, in any order, with their row numbers on the page', () => {
    const { rows } = taskSheet(PREVIEW, [3, 2, 99], english);
    assert.deepEqual(
      rows.map(([file, number, , , , , id]) => [file, number, id]),
      [
        ['中文/评估网络.md', 1, '4302'],
        ['pages/network.md', 3, '4304'],
      ],
    );
    assert.deepEqual(taskSheet(PREVIEW, [], english).rows, []);
  });

  test('of a workspace have no numbers, because rows without an ID are left out', () => {
    assert.deepEqual(
      taskSheet({ ...PREVIEW, version: null }, null, english)
        .rows.map(([file, number]) => [file, number])
        .at(-1),
      ['中文/评估网络.md', ''],
    );
  });
});
