import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Tasks } from '../../../client/webviews/preview/model/tasks';
import { countTasks, isCountedTwice, type TaskGroup } from '../../../client/webviews/preview/totals/counts';
import type {
  PreviewPage,
  PreviewRow,
  PreviewTable,
  PreviewTerms,
  TaskPreview,
} from '../../../client/webviews/preview/protocol/messages';

const terms = (...all: readonly (readonly [string | null, string])[]): PreviewTerms => ({
  start: 0,
  end: 0,
  source: '',
  parts: [],
  terms: all.map(([id, text]) => ({ id, text })),
});
const row = (fields: Partial<PreviewRow>): PreviewRow => ({
  table: 0,
  task: null,
  line: 0,
  obligation: 'mandatory',
  id: null,
  name: null,
  mo: null,
  role: null,
  services: null,
  broken: null,
  problems: [],
  ...fields,
});
const table = (fields: Partial<PreviewTable>): PreviewTable => ({
  page: 0,
  line: 0,
  section: 'FTOP tasks',
  step: '',
  primaryRole: '',
  appliesTo: '',
  columns: [],
  letters: { mandatory: 'M', optional: 'O' },
  ...fields,
});
const page = (phases: readonly string[]): PreviewPage => ({
  uri: '',
  file: '',
  title: '',
  language: 'de',
  languageName: 'German',
  phases,
  audience: [],
});

const PREVIEW: TaskPreview = {
  version: 1,
  hasAllProblems: true,
  pages: [page(['assess'])],
  tables: [
    table({ step: 'Netzwerk prüfen' }),
    table({ step: '' }),
    table({ section: 'Anhang', step: 'Netzwerk prüfen' }),
    table({ section: '', step: '' }),
  ],
  rows: [
    row({ role: terms(['partner', 'Partner'], ['engineer', 'FastTrack 工程师']), services: terms(['teams', 'Teams']) }),
    row({
      table: 1,
      obligation: 'optional',
      role: terms(['partner', 'Partner'], ['partner', 'partner']),
      services: terms(['teams', 'Teams'], ['viva', 'Viva']),
    }),
    row({ table: 2, obligation: null, role: terms([null, 'Projektleiter']), services: terms() }),
    row({ table: 0, obligation: null, broken: '| 0427 | kaputt' }),
    row({ table: 3, role: terms(), services: null }),
  ],
  tasks: null,
  words: {
    roles: [
      { id: 'partner', label: 'Partner' },
      { id: 'engineer', label: 'FastTrack Engineer' },
    ],
    services: [],
    phases: [
      { id: 'initiate', label: 'Einleiten' },
      { id: 'assess', label: 'Bewerten' },
    ],
    taskId: { pattern: '', description: '' },
  },
};
const ALL = [0, 1, 2, 3, 4];
const short = (groups: readonly TaskGroup[]) =>
  groups.map(({ label, tally: { tasks, mandatory, optional, unclear } }) => [
    label,
    tasks,
    mandatory,
    optional,
    unclear,
  ]);

describe('the totals of a page', () => {
  const counts = countTasks(new Tasks(PREVIEW), ALL);

  test('count all rows, including broken rows', () =>
    assert.deepEqual(counts.all, { tasks: 5, mandatory: 2, optional: 1, unclear: 2 }));

  test('count a task once for each of its roles, and unknown words as they are written', () => {
    assert.deepEqual(short(counts.roles), [
      ['Partner', 2, 1, 1, 0],
      ['FastTrack Engineer', 1, 1, 0, 0],
      ['Projektleiter', 1, 0, 0, 1],
      ['', 1, 1, 0, 0],
    ]);
    assert.deepEqual(
      counts.roles.map(({ value }) => value),
      ['partner', 'engineer', 'Projektleiter', ''],
    );
    assert.ok(isCountedTwice(counts.roles, { ...counts.all, tasks: 4 }));
  });

  test("don't count a broken row as one without a role", () => assert.equal(counts.roles.at(-1)?.tally.tasks, 1));

  test('have tasks without a service last, even if they are the most', () => {
    assert.deepEqual(short(counts.services), [
      ['teams', 2, 1, 1, 0],
      ['viva', 1, 0, 1, 0],
      ['', 2, 1, 0, 1],
    ]);
  });

  test('distinguish steps with the same name in two sections, and use the section if there is no step', () => {
    assert.deepEqual(short(counts.steps), [
      ['Netzwerk prüfen', 2, 1, 0, 1],
      ['FTOP tasks', 1, 0, 1, 0],
      ['Netzwerk prüfen', 1, 0, 0, 1],
      ['', 1, 1, 0, 0],
    ]);
  });

  test('have no phases, because a page has one', () => assert.deepEqual(counts.phases, []));

  test('are those of the displayed rows, in any order', () => {
    const some = countTasks(new Tasks(PREVIEW), [1, 0]);
    assert.deepEqual(some.all, { tasks: 2, mandatory: 1, optional: 1, unclear: 0 });
    assert.deepEqual(
      some.steps.map(({ label }) => label),
      ['Netzwerk prüfen', 'FTOP tasks'],
      'in source order',
    );
    assert.deepEqual(countTasks(new Tasks(PREVIEW), []).roles, []);
  });
});

describe('the totals of a workspace', () => {
  const workspace: TaskPreview = {
    ...PREVIEW,
    version: null,
    pages: [page(['assess', 'initiate']), page([]), page(['custom'])],
    tables: [table({ page: 0 }), table({ page: 1 }), table({ page: 2 }), table({ page: 2 })],
  };
  const { phases, steps, all } = countTasks(new Tasks(workspace), ALL);

  test('count by phase, in the order of the phases; a page with two phases counts in both', () => {
    assert.deepEqual(short(phases), [
      ['Einleiten', 2, 1, 0, 1],
      ['Bewerten', 2, 1, 0, 1],
      ['custom', 2, 1, 0, 1],
      ['', 1, 0, 1, 0],
    ]);
    assert.ok(isCountedTwice(phases, all));
    assert.ok(!isCountedTwice(phases.slice(1), all));
  });

  test('have no steps', () => assert.deepEqual(steps, []));
});

test('a hundred thousand tasks are counted', () => {
  const many: TaskPreview = { ...PREVIEW, rows: Array.from({ length: 20_000 }, () => PREVIEW.rows).flat() };
  assert.equal(countTasks(new Tasks(many), [...many.rows.keys()]).all.tasks, 100_000);
});
