import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planMetadataEdit, type MetadataPlan } from '../../../server/src/core/reports/metadata-edit.js';
import { english } from '../../support/english.js';
import { between, edited, pageOf, planFor, problemsFor, sheetWith } from './pages.js';

describe('what a spreadsheet does to a value', () => {
  const page = between('title: "It\'s a page... of two"', 'ms.date: 09/14/2026', 'ms.custom: 0983', 'draft: true');

  test('is no change if the value means the same', () => {
    for (const day of [
      '2026-09-14',
      '14.09.2026',
      '14/09/2026',
      '9/14/2026',
      '9/14/26',
      '14 Sep 2026',
      '2026年9月14日',
      '2026-09-14 00:00:00',
      ' 09/14/2026\u00a0',
    ])
      assert.deepEqual(planFor(page, { 'ms.date': day }), { changes: [], problems: [] }, day);
    for (const number of ['983', '983.0', '983,00', '9.83E+02', '9,83E+2', '="0983"', '0983 '])
      assert.deepEqual(planFor(page, { 'ms.custom': number }), { changes: [], problems: [] }, number);
    for (const truth of ['TRUE', 'WAHR', 'VERDADERO'])
      assert.deepEqual(planFor(page, { draft: truth }), { changes: [], problems: [] }, truth);
    for (const title of ['It’s a page… of two', "It\'s a  page... of two ", "It\'s a\u00a0page...\r\nof two"])
      assert.deepEqual(planFor(page, { title }), { changes: [], problems: [] }, title);
  });

  test('is a problem if the value is lost', () => {
    for (const error of [
      '#REF!',
      '#NAME?',
      '#VALUE!',
      '#DIV/0!',
      '#N/A',
      '#NULL!',
      '#NUM!',
      '#SPILL!',
      '#BEZUG!',
      '#WERT!',
      '#NV',
      '#ZAHL!',
      '#ÜBERLAUF!',
      '#¡REF!',
      '#¿NOMBRE?',
      '#N/D',
      '#NOME?',
      '#NÚM!',
      'Err:502',
      '#########',
    ]) {
      assert.deepEqual(problemsFor(page, { title: error }), [
        `"${error}" is an error value of a spreadsheet: "title" wasn't changed`,
      ]);
    }
    assert.deepEqual(problemsFor(page, { 'ms.custom': '1.23457E+14' }), [
      '"1.23457E+14" is a number as a spreadsheet shortens it: "ms.custom" wasn\'t changed',
    ]);
    assert.deepEqual(problemsFor(page, { title: '=VLOOKUP(A1;B:C;2)' }), [
      '"=VLOOKUP(A1;B:C;2)" is a formula of a spreadsheet: "title" wasn\'t changed',
    ]);
    assert.deepEqual(problemsFor(page, { 'ms.date': '46279' }), [
      '"46279" is not a date: a spreadsheet stores 2026-09-14 as this number. Format the cell as a date',
    ]);
  });

  test('writes a changed date in the format of the page, and asks if it is ambiguous', () => {
    for (const day of ['2026-09-15', '15.09.2026', '15/09/2026', '9/15/2026'])
      assert.equal(edited(page, { 'ms.date': day }), page.replace('09/14/2026', '09/15/2026'), day);
    const june = between('ms.date: 06/05/2026');
    assert.deepEqual(problemsFor(june, { 'ms.date': '05/06/2026' }), [
      '"05/06/2026" can be 2026-05-06 or 2026-06-05, which is on the page. Write the date in this form',
    ]);
    assert.equal(edited(june, { 'ms.date': '2026-05-06' }), between('ms.date: 05/06/2026'));
  });

  test('is reported and needs individual confirmation if a column was moved by itself', () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five'];
    const pages = new Map(
      titles.map((title, index) => [`${index}.md`, pageOf(`${index}.md`, between(`title: ${title}`, 'author: ada'))]),
    );
    const planOf = (moved: readonly string[]): MetadataPlan =>
      planMetadataEdit(
        sheetWith(
          ['File', 'title', 'author'],
          ...moved.map((title, index) => [`${index}.md`, title, index === 0 ? 'bob' : 'ada']),
        ),
        pages,
      );
    for (const moved of [
      [...titles].sort(),
      ['', ...titles.slice(0, -1)],
      ['', '', ...titles.slice(0, -2)],
      [...titles.slice(1), ''],
    ]) {
      const { changes, problems } = planOf(moved);
      assert.ok(changes.length > 1);
      for (const { key, isDoubtful } of changes) assert.equal(isDoubtful, key === 'title');
      assert.deepEqual(
        problems.map(({ row, message }) => [row, english(message).slice(0, 18)]),
        [[1, 'The column "title"']],
      );
    }
    assert.ok(planOf(titles.map((title) => `${title}!`)).changes.every(({ isDoubtful }) => !isDoubtful));
  });
});
