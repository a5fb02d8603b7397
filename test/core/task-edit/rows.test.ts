import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ID_AND, NETWORK, PROXY, assertSame, edited, englishPage, planFor, problemsOf } from './pages.js';

describe('a row is found', () => {
  test('by its number if its ID was edited', () => {
    const page = englishPage(NETWORK, PROXY);
    assert.equal(edited(page, ['Row', 'Task ID'], [1, '4310'], [2, '983']), page.text.replace('4302', '4310'));
    const linked = englishPage('| [4302](https://x.y/4302) | A | M | FastTrack Engineer | Exchange |');
    assert.equal(edited(linked, ['Row', 'Task ID'], [1, '4310']), linked.text.replace('[4302]', '[4310]'));
    assert.equal(
      edited(linked, ['Row', 'Task ID'], [1, '[4310](https://x.y/4302)']),
      linked.text.replace('[4302]', '[4310]'),
    );
    assert.deepEqual(problemsOf(planFor(linked, ['Row', 'Task ID'], [1, '[4310](https://x.y/4310)'])), [
      [2, 'The link of a task ID can only be changed on the page'],
    ]);
  });

  test('by its name if its ID was edited and it has no number', () => {
    const page = englishPage('| None | N/A | N/A | N/A | N/A |', NETWORK, PROXY);
    assert.equal(
      edited(page, ID_AND('Task Name', 'M/O'), ['4310', ' Check  the network', 'O'], ['983', 'Check the proxy', 'O']),
      page.text.replace('| 4302 | Check the network | M', '| 4310 | Check the network | O'),
    );
    assert.deepEqual(problemsOf(planFor(page, ID_AND('Task Name'), ['4310', 'Check all of it'])), [
      [2, 'The page has no task "4310". New rows aren\'t inserted: add the task on the page'],
    ]);
  });

  test('by its number if several tasks have the same ID, and otherwise by their order', () => {
    const page = englishPage(
      '| 4302 | A | M | FastTrack Engineer | Exchange |',
      '| 4302 | B | M | FastTrack Engineer | Exchange |',
      '| 4302 | C | M | FastTrack Engineer | Exchange |',
    );
    assert.equal(
      edited(page, ['Row', 'Task ID', 'Task Name'], [3, '4302', 'CC'], [2, '4302', 'B']),
      page.text.replace('| C |', '| CC |'),
    );
    assert.equal(
      edited(page, ID_AND('Task Name'), ['4302', 'A'], ['4302', 'BB']),
      page.text.replace('| B |', '| BB |'),
    );
  });

  test('by an exact ID before a similar one', () => {
    const page = englishPage(
      '| 983 | A | M | FastTrack Engineer | Exchange |',
      '| 0983 | B | M | FastTrack Engineer | Exchange |',
    );
    assert.equal(edited(page, ID_AND('Task Name'), ['0983', 'BB'], ['983', 'A']), page.text.replace('| B |', '| BB |'));
  });

  test('by its number if it has no ID', () => {
    const page = englishPage('|  | A | M | FastTrack Engineer | Exchange |', PROXY);
    assert.equal(
      edited(page, ['Row', 'Task ID', 'Task Name'], [1, '', 'AA'], [2, '0983', '']),
      page.text.replace('| A |', '| AA |'),
    );
    assert.match(edited(page, ['Row', 'Task ID'], [1, '4310']), /\| ?4310 ?\| A \|/);
  });

  test('or there is a problem', () => {
    const page = englishPage(NETWORK, PROXY);
    const plan = planFor(
      page,
      ['Row', 'Task ID', 'Task Name'],
      [1, '4302', ''],
      [1, '4711', 'x'],
      ['', '4712', 'x'],
      ['', '', 'x'],
      ['', '4302', 'x'],
      [9, '4713', 'x'],
    );
    assert.deepEqual(problemsOf(plan), [
      [3, 'The page has no task "4711"'],
      [4, 'The page has no task "4712". New rows aren\'t inserted: add the task on the page'],
      [5, "The row has no task. New rows aren't inserted: add the task on the page"],
      [6, 'The sheet has the task "4302" more often than the page'],
      [7, 'The page has no task "4713"'],
    ]);
  });
});

test('a copied row in the sheet does not replace another task', () => {
  const plan = planFor(englishPage(NETWORK, PROXY), ['Row', 'Task ID', 'Task Name'], [1, '4302', ''], [2, '4302', 'x']);
  assert.deepEqual(problemsOf(plan), [[3, 'The sheet has the task "4302" more often than the page']]);
});

describe('a broken row', () => {
  const joined = '| 4302 | Check | the network | M | FastTrack Engineer | Exchange |';

  test('does not change, and is reported if the sheet would change it', () => {
    const page = englishPage(joined, PROXY);
    assertSame(
      page,
      ['Row', 'Task ID', 'Task Name', 'Role', 'Problems'],
      [1, '4302', '', '', 'broken'],
      [2, '0983', 'Check the proxy', '', ''],
    );
    assertSame(
      englishPage('| [0302](b.md) | Check | the network | M | FastTrack Engineer | Exchange |'),
      ID_AND('Task Name'),
      ['302', 'the network'],
    );
    assert.deepEqual(problemsOf(planFor(page, ID_AND('Task Name'), ['4302', 'New'])), [
      [2, 'The row is broken. Fix it in the editor first.'],
    ]);
  });

  test('does not block the others', () => {
    const page = englishPage(joined, '| 4310 | A', 'B | M | FastTrack Engineer | Exchange |', PROXY);
    assert.equal(edited(page, ID_AND('Task Name'), ['0983', 'New']), page.text.replace('Check the proxy', 'New'));
  });

  test('in a conflict prevents changes to the whole table', () => {
    const page = englishPage('<<<<<<< HEAD', NETWORK, '=======', PROXY, '>>>>>>> other');
    const { changes, problems } = planFor(page, ID_AND('Task Name'), ['4302', 'New']);
    assert.deepEqual(changes, []);
    assert.equal(problems.length, 1);
  });
});
