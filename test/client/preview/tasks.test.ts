import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  facetValues,
  filtersIn,
  isFiltering,
  NO_FILTERS,
  shownRows,
  toggledFacet,
  type Filters,
} from '../../../client/webviews/preview/model/filters';
import { groupKeys, linesOf, type Grouping, type Line } from '../../../client/webviews/preview/model/lines';
import { Tasks, type Sorting } from '../../../client/webviews/preview/model/tasks';
import { BROKEN, columnsOf, filtersOf, NO_VALUE } from '../../../client/webviews/preview/columns';
import { brokenRow, previewOf, problemOf, rowOf, tableOf } from './preview-data';

const tasks = new Tasks(
  previewOf({
    tables: [
      tableOf({ step: 'Initiate', primaryRole: 'FM' }),
      tableOf({ step: 'Initiate', primaryRole: 'FE' }),
      tableOf({ section: 'Next Steps' }),
      tableOf({ section: '' }),
    ],
    rows: [
      rowOf(0, 22, { id: '0983', name: 'Send the mail', mo: 'M', role: 'FM', services: 'Teams, Exchange' }),
      rowOf(0, 23, { id: '12', name: '规划 Teams', mo: 'O', role: 'FE, FM', services: '' }, [
        problemOf('warning'),
        problemOf('warning'),
      ]),
      brokenRow(0, 24, '| 0985 | Broken mail'),
      rowOf(1, 40, { id: '4090', name: '', mo: 'x', role: 'Nobody', services: 'Teams' }, [problemOf('error')]),
      rowOf(2, 60, { id: '0983', name: 'Straße | Weg', mo: 'O', role: '', services: 'Teams' }, [problemOf('warning')]),
      rowOf(3, 80, { id: 'a', name: 'mail again', mo: 'M', role: 'FE', services: 'Exchange' }),
    ],
  }),
);
const all = [0, 1, 2, 3, 4, 5];
const shown = (filters: Partial<Filters>, sorting: Sorting | null = null): number[] =>
  shownRows(tasks, { ...NO_FILTERS, ...filters }, sorting);
const by = (column: Sorting['column'], direction: Sorting['direction'] = 'ascending'): number[] =>
  shown({}, { column, direction });

describe('the displayed tasks', () => {
  test('are all tasks without a filter, in source order', () => assert.deepEqual(shown({}), all));

  test('contain all words, in any cell, case and width', () => {
    assert.deepEqual(shown({ text: 'MAIL' }), [0, 2, 5], 'a broken row as it is written');
    assert.deepEqual(shown({ text: 'mail ０９８３' }), [0]);
    assert.deepEqual(shown({ text: '  规划 ' }), [1]);
    assert.deepEqual(shown({ text: 'strasse' }), [], 'what is not there is not found');
    assert.deepEqual(shown({ text: '0983send' }), [], 'no word goes over two cells');
  });

  test('have one of the selected words; a broken row can be selected as broken', () => {
    assert.deepEqual(shown({ facets: { role: ['fm'] } }), [0, 1]);
    assert.deepEqual(shown({ facets: { role: ['fm', 'Nobody'] } }), [0, 1, 3]);
    assert.deepEqual(shown({ facets: { role: ['fm', BROKEN] } }), [0, 1, 2]);
    assert.deepEqual(shown({ facets: { role: ['fm'], services: ['exchange'] } }), [0]);
    assert.deepEqual(shown({ facets: { services: [NO_VALUE] } }), [1]);
    assert.deepEqual(shown({ facets: { mo: ['optional'] } }), [1, 4]);
    assert.deepEqual(shown({ facets: { mo: [NO_VALUE] } }), [2, 3], 'its letter is unclear');
    assert.deepEqual(shown({ facets: { phase: ['remediate'] } }), [], 'the page of a broken row is known');
  });

  test('have a problem, or are broken', () => assert.deepEqual(shown({ hasProblems: true }), [1, 2, 3, 4]));

  test('are sorted by the value of a number; those without a number come last in both directions', () => {
    assert.deepEqual(by('task-id'), [1, 0, 4, 3, 5, 2]);
    assert.deepEqual(by('task-id', 'descending'), [5, 3, 0, 4, 1, 2], 'rows that are equal stay in source order');
    assert.deepEqual(by('task-name').slice(-2), [2, 3]);
    assert.deepEqual(by('task-name', 'descending').slice(-2), [2, 3]);
  });

  test('are sorted by the meaning of a letter, and by the severity of the problems', () => {
    assert.deepEqual(by('mo'), [0, 5, 1, 4, 3, 2]);
    assert.deepEqual(by('problems'), [2, 3, 1, 4, 0, 5]);
  });
});

describe('the values of a filter', () => {
  const counts = (filters: Partial<Filters>, facet: 'role' | 'services' | 'mo'): [string, number][] =>
    facetValues(tasks, { ...NO_FILTERS, ...filters }, facet).map(({ value, count }) => [value, count]);

  test('are those of the rows that match all other filters', () => {
    assert.deepEqual(counts({}, 'role'), [
      ['fm', 2],
      ['fe', 2],
      [BROKEN, 1],
      ['Nobody', 1],
      [NO_VALUE, 1],
    ]);
    assert.deepEqual(
      counts({ text: 'mail', facets: { role: ['fm'] } }, 'role'),
      [
        ['fm', 1],
        [BROKEN, 1],
        ['fe', 1],
      ],
      'not those that the filter itself lets through',
    );
    assert.deepEqual(counts({ facets: { role: ['fm'] } }, 'mo'), [
      ['mandatory', 1],
      ['optional', 1],
    ]);
  });

  test('can be deselected even if no row has them', () =>
    assert.deepEqual(counts({ text: '4090', facets: { services: ['intune'] } }, 'services'), [
      ['intune', 0],
      ['teams', 1],
    ]));

  test('are selected and deselected', () => {
    const once = toggledFacet(NO_FILTERS, 'role', 'fm');
    assert.equal(isFiltering(once), true);
    assert.equal(isFiltering(toggledFacet(once, 'role', 'fm')), false);
    assert.equal(isFiltering({ ...NO_FILTERS, text: '  ' }), false);
  });

  test("don't count for a page that doesn't show the filter", () => {
    const filters = toggledFacet(NO_FILTERS, 'language', 'German');
    assert.equal(isFiltering(filtersIn(tasks.preview, filters)), false);
    assert.equal(isFiltering(filtersIn({ ...tasks.preview, version: null }, filters)), true);
  });
});

describe('the languages of the tasks', () => {
  const inLanguages = (...names: readonly (readonly string[])[]): Tasks =>
    new Tasks({
      ...previewOf({ tables: [tableOf({})], rows: names.map((_, task) => ({ ...brokenRow(0, task, ''), task })) }),
      tasks: names.map((languageNames) => ({ languageNames })),
    });
  const several = inLanguages(['English', 'German'], [], ['English'], ['English', 'Chinese']);
  const idsOf = (columns: readonly { readonly id: string }[]): string[] => columns.map(({ id }) => id);

  test('are listed, sorted with empty cells last, and filtered', () => {
    const rowsOf = (filters: Partial<Filters>, sorting: Sorting | null = null): number[] =>
      shownRows(several, { ...NO_FILTERS, ...filters }, sorting);
    assert.equal(several.text(0, 'languages'), 'English, German');
    assert.deepEqual(rowsOf({}, { column: 'languages', direction: 'ascending' }), [2, 3, 0, 1]);
    assert.deepEqual(rowsOf({}, { column: 'languages', direction: 'descending' }), [0, 3, 2, 1]);
    assert.deepEqual(rowsOf({ facets: { languages: ['German', 'Chinese'] } }), [0, 3]);
    assert.deepEqual(rowsOf({ facets: { languages: [NO_VALUE] } }), [1]);
    assert.deepEqual(rowsOf({ text: 'german' }), []);
  });

  test('are shown if a task exists in more than one', () => {
    for (const { preview } of [several, { preview: { ...several.preview, version: null } }]) {
      assert.deepEqual(idsOf(columnsOf(preview)).slice(-2), ['languages', 'actions']);
      assert.equal(idsOf(filtersOf(preview)).at(-1), 'languages');
    }
    for (const { preview } of [inLanguages(['English'], ['German']), tasks]) {
      assert.ok(!idsOf(columnsOf(preview)).includes('languages'));
      assert.ok(!idsOf(filtersOf(preview)).includes('languages'));
    }
  });
});

describe('the lines of the grid', () => {
  const lines = (grouping: Grouping, rows: readonly number[] = all, collapsed: readonly string[] = []): Line[] =>
    linesOf(tasks, rows, { grouping, scope: 'page', collapsed: new Set(collapsed) });
  const told = (drawn: readonly Line[]): string[] =>
    drawn.map((line) =>
      line.kind === 'row'
        ? String(line.row)
        : `${'>'.repeat(line.level)} ${line.title} (${line.count}, ${line.withProblems})`,
    );

  test('are the sections and steps of the page; two steps with the same name are separate', () =>
    assert.deepEqual(told(lines('section')), [
      '> Approach (4, 3)',
      '>> Initiate (3, 2)',
      '0',
      '1',
      '2',
      '>> Initiate (1, 1)',
      '3',
      '> Next Steps (1, 1)',
      '4',
      '>  (1, 0)',
      '5',
    ]));

  test('keep the page order for groups, and the requested order within groups', () =>
    assert.deepEqual(told(lines('section', by('task-id'))), [
      '> Approach (4, 3)',
      '>> Initiate (3, 2)',
      '1',
      '0',
      '2',
      '>> Initiate (1, 1)',
      '3',
      '> Next Steps (1, 1)',
      '4',
      '>  (1, 0)',
      '5',
    ]));

  test('have a task with two roles in both groups, and tasks without a role at the end', () =>
    assert.deepEqual(told(lines('role')), [
      '> FastTrack Engineer (2, 1)',
      '1',
      '5',
      '> FastTrack Manager (2, 1)',
      '0',
      '1',
      '> Nobody (1, 1)',
      '3',
      '>  (2, 2)',
      '2',
      '4',
    ]));

  test('have a key each, which stays when others disappear', () => {
    const keys = lines('role').map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    const fewer = lines('role', [1, 4]).map(({ key }) => key);
    assert.equal(
      fewer.every((key) => keys.includes(key)),
      true,
    );
  });

  test('of a collapsed group are only its header, with the same counts', () => {
    const [first = ''] = groupKeys(tasks, all, { grouping: 'section', scope: 'page' });
    assert.deepEqual(told(lines('section', all, [first])).slice(0, 2), ['> Approach (4, 3)', '> Next Steps (1, 1)']);
    assert.deepEqual(told(lines('section', all, groupKeys(tasks, all, { grouping: 'section', scope: 'page' }))), [
      '> Approach (4, 3)',
      '> Next Steps (1, 1)',
      '>  (1, 0)',
    ]);
  });

  test('of a workspace are grouped by page', () => {
    const drawn = linesOf(tasks, [0, 4, 5], { grouping: 'section', scope: 'workspace', collapsed: new Set() });
    assert.deepEqual(told(drawn), [
      '> a/page.md (3, 1)',
      '5',
      '>> Approach › Initiate (1, 0)',
      '0',
      '>> Next Steps (1, 1)',
      '4',
    ]);
  });

  test('are only the rows without grouping', () => assert.deepEqual(told(lines('none', [4, 2])), ['4', '2']));
});

test('twenty thousand tasks are filtered in a moment', () => {
  const names = ['Teams', 'Exchange', '网络'];
  const many = new Tasks(
    previewOf({
      tables: [tableOf({})],
      rows: Array.from({ length: 20_000 }, (_, line) =>
        rowOf(0, line, {
          id: String((line * 7919) % 9999),
          name: `Task ${line} ${names[line % 3]}`,
          mo: 'M',
          role: 'FM',
          services: 'Teams',
        }),
      ),
    }),
  );
  shownRows(many, { ...NO_FILTERS, text: 'first' }, { column: 'task-name', direction: 'ascending' });
  const { user: before } = process.cpuUsage();
  assert.equal(
    shownRows(many, { ...NO_FILTERS, text: 'task exchange' }, { column: 'task-name', direction: 'ascending' }).length,
    6667,
  );
  // What it costs is far less; a machine may be slow.
  assert.ok((process.cpuUsage().user - before) / 1000 < 100);
});
