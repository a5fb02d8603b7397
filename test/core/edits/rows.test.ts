import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  deleteRows,
  escapePipe,
  insertRow,
  moveRowsDown,
  moveRowsUp,
  pasteRows,
  sortTasks,
  toggleMandatory,
  type EditResult,
} from '../../../server/src/core/index.js';
import { afterEdits, pageWith, refusalOf, type EditPage } from '../../support/edit-page.js';

const HEAD =
  '#### FTOP Tasks\n\n| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|:-:|---|---|\n';
const row = (id: string, letter = 'M'): string => `| ${id} | Name ${id.replace('█', '')} | ${letter} | SME | Teams |`;
const tasks = (...rows: readonly string[]): EditPage => pageWith(`${HEAD}${rows.join('\n')}\n`);

/** The rows below the header, after an edit. */
function rowsAfter(page: EditPage, result: Parameters<typeof afterEdits>[1]): string[] {
  return afterEdits(page, result).slice(HEAD.length).trimEnd().split('\n');
}

function sort(page: EditPage): EditResult {
  const [table] = page.playbook.tables;
  return table === undefined ? assert.fail('there is no table') : sortTasks(page.playbook, table);
}

describe('sort', () => {
  test('by number, equal IDs in their order, links by their text', () => {
    const rows = [row('5003'), row('999'), row('5001', 'O'), row('[5002](a.md)'), row('5001')];
    assert.deepEqual(rowsAfter(tasks(...rows), sort(tasks(...rows))), [rows[1], rows[2], rows[4], rows[3], rows[0]]);
  });

  test('broken rows and rows without a task keep their position', () => {
    const rows = [
      row('5003'),
      '| None | N/A | N/A | N/A | N/A |',
      row('5002'),
      '| 5000 | too few | M | SME |',
      row('5001'),
    ];
    assert.deepEqual(rowsAfter(tasks(...rows), sort(tasks(...rows))), [rows[4], rows[1], rows[2], rows[3], rows[0]]);
  });

  test('moves as few rows as possible', () => {
    const page = tasks(row('5009'), row('5001'), row('5002'), row('5003'));
    const edits = sort(page);
    assert.ok(Array.isArray(edits));
    assert.equal(edits.length, 2, 'out at one place, in at another');
    assert.deepEqual(sort(tasks(row('1'), row('5001'), row('5002'))), []);
  });

  test('keeps CRLF, and the end of a page without a line break', () => {
    const text = `${HEAD}${row('5002')}\n${row('5001')}`.replaceAll('\n', '\r\n');
    const page = pageWith(text);
    assert.equal(afterEdits(page, sort(page)), `${HEAD}${row('5001')}\n${row('5002')}`.replaceAll('\n', '\r\n'));
  });

  test('is refused in a conflict, across a blank line, and without tasks', () => {
    assert.match(refusalOf(sort(tasks(row('5002'), '<<<<<<< HEAD', row('5001')))), /merge conflict/);
    for (const indent of ['', '  '])
      assert.match(refusalOf(sort(tasks(row('5002'), '', `${indent}${row('5001')}`))), /blank line/);
    assert.match(refusalOf(sort(pageWith('| a | b |\n|---|---|\n| c | d |\n'))), /isn't a task table/);
  });
});

describe('in a merge conflict', () => {
  const page = tasks(row('5001'), '<<<<<<< HEAD', `${row('50█02')} `, '=======', row('5003', 'O'), '>>>>>>> main');
  const at = page.span;
  const commands: Readonly<Record<string, () => Parameters<typeof refusalOf>[0]>> = {
    insert: () => insertRow(page.playbook, at.start, {}),
    delete: () => deleteRows(page.playbook, at),
    toggle: () => toggleMandatory(page.playbook, at),
    escape: () => escapePipe(page.playbook, at),
    paste: () => pasteRows(page.playbook, at.start, [['5004', 'Name', 'M', 'SME', 'Teams']]),
    'move up': () => moveRowsUp(page.playbook, at),
    'move down': () => moveRowsDown(page.playbook, at),
    sort: () => sort(page),
  };
  for (const [name, run] of Object.entries(commands))
    test(`no row changes: ${name}`, () => assert.match(refusalOf(run()), /merge conflict\. Resolve it/));
});

describe('move', () => {
  const [a, b, c, d] = [row('5001'), row('5002'), row('5003'), row('5004')] as const;

  test('a row up and down, and the caret with it', () => {
    const page = tasks(a, b.replace('Name', 'Na█me'), c);
    assert.deepEqual(rowsAfter(page, moveRowsUp(page.playbook, page.span)), [b.replace('Name', 'Na█me'), a, c]);
    assert.deepEqual(rowsAfter(page, moveRowsDown(page.playbook, page.span)), [a, c, b.replace('Name', 'Na█me')]);
  });

  test('several rows together', () => {
    const page = tasks(a, `█${b}`, `${c}█`, d);
    assert.deepEqual(rowsAfter(page, moveRowsUp(page.playbook, page.span)), [`█${b}`, `${c}█`, a, d]);
    assert.deepEqual(rowsAfter(page, moveRowsDown(page.playbook, page.span)), [a, d, `█${b}`, `${c}█`]);
  });

  test('never the header, and never out of the table', () => {
    const [first, last] = [tasks(`█${a}`, b), tasks(a, `█${b}`)];
    assert.equal(refusalOf(moveRowsUp(first.playbook, first.span)), 'There is no row above');
    assert.equal(refusalOf(moveRowsDown(last.playbook, last.span)), 'There is no row below');
    const header = pageWith(HEAD.replace('Task ID', '█Task ID') + a);
    assert.match(refusalOf(moveRowsDown(header.playbook, header.span)), /header/);
    const conflict = tasks(`█${a}`, '=======', b);
    assert.match(refusalOf(moveRowsDown(conflict.playbook, conflict.span)), /merge conflict/);
    const text = pageWith('█Text');
    assert.match(refusalOf(moveRowsDown(text.playbook, text.span)), /isn't a row/);
  });

  test('past both halves of a row that continues on the next line, and both halves together', () => {
    const [half, rest] = ['| 5005 | Name | M | SME | Te', 'ams |'];
    const over = tasks(half, rest, `█${a}`);
    assert.deepEqual(rowsAfter(over, moveRowsUp(over.playbook, over.span)), [`█${a}`, half, rest]);
    const whole = tasks(half, `${rest}█`, a);
    assert.deepEqual(rowsAfter(whole, moveRowsDown(whole.playbook, whole.span)), [a, half, `${rest}█`]);
  });

  test('to the end of a page without a final line break', () => {
    const page = pageWith(`${HEAD}█${a}\r\n${b}`);
    assert.equal(afterEdits(page, moveRowsDown(page.playbook, page.span)), `${HEAD}${b}\r\n█${a}`);
  });
});

describe('delete', () => {
  test('a row with its line break, or the one above at the end of the page', () => {
    const page = tasks(row('5001'), row('█5002'), row('5003'));
    assert.deepEqual(rowsAfter(page, deleteRows(page.playbook, page.span)), [row('5001'), row('5003')]);
    const last = pageWith(`${HEAD}${row('5001')}\r\n█${row('5002')}`);
    assert.equal(afterEdits(last, deleteRows(last.playbook, last.span)), HEAD + row('5001'));
  });

  test('the body rows of a selection', () => {
    const page = pageWith(`${HEAD.replace('|---', '█|---')}${row('5001')}\n${row('5002')}\n█${row('5003')}\n`);
    assert.equal(afterEdits(page, deleteRows(page.playbook, page.span)), `${HEAD}${row('5003')}\n`);
  });

  test('never the header', () => {
    const page = pageWith(HEAD.replace('Task ID', '█Task ID') + row('5001'));
    assert.match(refusalOf(deleteRows(page.playbook, page.span)), /header/);
  });
});

describe('toggle mandatory', () => {
  const toggled = (source: string): string => {
    const page = pageWith(source);
    return afterEdits(page, toggleMandatory(page.playbook, page.span));
  };

  test('with the letters of the header, whatever the language of the page', () => {
    assert.equal(toggled(HEAD + row('50█01')), HEAD + row('5001', 'O'));
    assert.equal(toggled(HEAD + row('50█01', 'O')), HEAD + row('5001'));
    assert.equal(toggled(HEAD + row('50█01', 'm')), HEAD + row('5001', 'O'));
    const german = HEAD.replace('(M)andatory / (O)ptional', '(E)rforderlich/(O)ptional');
    assert.equal(toggled(german + row('50█01', 'O')), german + row('5001', 'E'));
    assert.equal(
      toggled(german + row('50█01', 'M')),
      german + row('5001', 'O'),
      'a letter of another language is understood',
    );
    const portuguese = HEAD.replace('(M)andatory / (O)ptional', 'O(b)rigatório / (O)pcional');
    assert.equal(toggled(portuguese + row('50█01', 'O')), portuguese + row('5001', 'b'));
  });

  test('in each row of a selection; an empty cell becomes mandatory', () => {
    assert.equal(
      toggled(`${HEAD}█${row('5001')}\n${row('5002', 'O')}█\n`),
      `${HEAD}${row('5001', 'O')}\n${row('5002')}\n`,
    );
    assert.equal(toggled(`${HEAD}| 50█01 | a | | SME | Teams |`), `${HEAD}| 5001 | a | M | SME | Teams |`);
    assert.equal(
      toggled(`${HEAD}| 50█01 | a |          | SME | Teams |`),
      `${HEAD}| 5001 | a |     M    | SME | Teams |`,
    );
  });

  test('is refused if the cell has other text, or the row is broken', () => {
    const refused = (source: string): string => {
      const page = pageWith(source);
      return refusalOf(toggleMandatory(page.playbook, page.span));
    };
    assert.equal(refused(HEAD + row('█5001', 'X')), '"X" is neither "M" nor "O"');
    assert.match(refused(`${HEAD}| █5001 | a | M SME | Teams |`), /Fix the row first/);
    assert.match(refused('| a | b |\n|---|---|\n| █c | d |\n'), /isn't a row of a task table/);
  });
});

describe('escape the pipe', () => {
  const escaped = (cells: string): string => {
    const page = pageWith(`${HEAD}| ${cells} |`);
    return afterEdits(page, escapePipe(page.playbook, page.span)).slice(HEAD.length + 2, -2);
  };

  test('at the end of the cell with the caret, or next to the caret', () => {
    assert.equal(escaped('5001 | On█e | two | M | SME | Teams'), '5001 | One \\| two | M | SME | Teams');
    assert.equal(escaped('5001 | One |█ two | M | SME | Teams'), '5001 | One \\| two | M | SME | Teams');
    assert.equal(escaped('5001 | `a█|b` | M | SME | Teams'), '5001 | `a\\|b` | M | SME | Teams');
  });

  test('in the whole selection', () => {
    assert.equal(
      escaped('5001 | █One | two | three█ | M | SME | Teams'),
      '5001 | One \\| two \\| three | M | SME | Teams',
    );
  });

  test('is refused in a row without an extra cell', () => {
    const page = tasks(row('50█01'));
    assert.match(refusalOf(escapePipe(page.playbook, page.span)), /doesn't have too many cells/);
  });
});
