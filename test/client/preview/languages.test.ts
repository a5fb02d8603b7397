import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellAt, columnOf, pageAt, steppedTo } from '../../../client/webviews/preview/languages/places';
import { isDifferent, taskDifferences, versionCounts } from '../../../client/webviews/preview/languages/versions';
import type {
  TaskVersion,
  TaskVersions,
  VersionedTask,
  VersionPage,
} from '../../../client/webviews/preview/protocol/messages';

const version = (...differs: TaskVersion['differs']): TaskVersion => ({
  line: 3,
  isBroken: false,
  name: '测量带宽',
  letter: 'M',
  obligation: 'mandatory',
  role: '',
  services: '',
  differs,
});
const task = (id: string, ...versions: VersionedTask['versions']): VersionedTask => ({ id, versions });
const page = (language: string): VersionPage => ({
  uri: language,
  file: language,
  title: '',
  language,
  languageName: language,
  phases: [],
  audience: [],
  isOwn: language === 'en',
});

const SAME = task('0421', version(), version(), version());
const OTHER_LETTER = task('0422', version(), version('mo', 'role'), version('mo'));
const GERMAN_LACKS = task('0423', version(), null, version());
const ONLY_CHINESE = task('0999', null, null, version());
const VERSIONS: TaskVersions = {
  pages: [page('en'), page('de'), page('zh')],
  tasks: [SAME, OTHER_LETTER, GERMAN_LACKS, ONLY_CHINESE],
};

describe('the tasks in all languages', () => {
  test('are counted for each page: existing, different and missing tasks', () => {
    assert.deepEqual(versionCounts(VERSIONS), [
      { tasks: 3, differing: 0, missing: 1 },
      { tasks: 2, differing: 1, missing: 2 },
      { tasks: 4, differing: 1, missing: 0 },
    ]);
  });

  test('with several differences count once, and each difference is listed', () => {
    assert.deepEqual(taskDifferences(OTHER_LETTER), { missing: 0, broken: 0, differing: 3 });
    assert.deepEqual(taskDifferences(ONLY_CHINESE), { missing: 2, broken: 0, differing: 0 });
  });

  test("are different if a page has other text, and if one doesn't have them", () => {
    assert.deepEqual(VERSIONS.tasks.map(isDifferent), [false, true, true, true]);
    assert.equal(isDifferent(task('0500')), false);
    assert.equal(isDifferent(task('0500', version(), { ...version(), isBroken: true })), true);
  });
});

describe('the cells of the languages grid', () => {
  const size = { rows: 4, columns: 13, page: 3 };
  const press = (key: string, toTheEnd = false) => ({ key, toTheEnd });

  test('are the ID, then four for each page', () => {
    assert.deepEqual([columnOf(0, 'name'), columnOf(1, 'name'), columnOf(2, 'services')], [1, 5, 12]);
    assert.deepEqual([0, 1, 4, 5, 12].map(pageAt), [undefined, 0, 0, 1, 2]);
  });

  test("are one cell if a page doesn't have the task", () => {
    assert.deepEqual(cellAt({ row: 2, column: 7 }, VERSIONS.tasks), { row: 2, column: 5 });
    assert.deepEqual(cellAt({ row: 1, column: 7 }, VERSIONS.tasks), { row: 1, column: 7 });
    assert.deepEqual(cellAt({ row: 2, column: 0 }, VERSIONS.tasks), { row: 2, column: 0 });
  });

  test('of a missing task are one step, to the right and to the left', () => {
    assert.deepEqual(steppedTo({ row: 2, column: 4 }, press('ArrowRight'), VERSIONS.tasks, size), {
      row: 2,
      column: 5,
    });
    assert.deepEqual(steppedTo({ row: 2, column: 5 }, press('ArrowRight'), VERSIONS.tasks, size), {
      row: 2,
      column: 9,
    });
    assert.deepEqual(steppedTo({ row: 2, column: 7 }, press('ArrowRight'), VERSIONS.tasks, size), {
      row: 2,
      column: 9,
    });
    assert.deepEqual(steppedTo({ row: 2, column: 8 }, press('ArrowLeft'), VERSIONS.tasks, size), { row: 2, column: 4 });
    assert.deepEqual(steppedTo({ row: 3, column: 1 }, press('ArrowRight'), VERSIONS.tasks, size), {
      row: 3,
      column: 5,
    });
  });

  test('keep their column across a missing task', () => {
    const onMissing = steppedTo({ row: 1, column: 7 }, press('ArrowDown'), VERSIONS.tasks, size);
    assert.deepEqual(onMissing, { row: 2, column: 7 });
    assert.deepEqual(steppedTo({ row: 2, column: 7 }, press('ArrowUp'), VERSIONS.tasks, size), { row: 1, column: 7 });
  });

  test("don't lead out at the top, or at the ends of a row", () => {
    assert.deepEqual(steppedTo({ row: 0, column: 2 }, press('ArrowUp'), VERSIONS.tasks, size), { row: 0, column: 2 });
    assert.deepEqual(steppedTo({ row: 0, column: 12 }, press('ArrowRight'), VERSIONS.tasks, size), {
      row: 0,
      column: 12,
    });
    assert.deepEqual(steppedTo({ row: 0, column: 5 }, press('End', true), VERSIONS.tasks, size), {
      row: 3,
      column: 12,
    });
    assert.equal(steppedTo({ row: 0, column: 5 }, press('x'), VERSIONS.tasks, size), undefined);
  });
});
