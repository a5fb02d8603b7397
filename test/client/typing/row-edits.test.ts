import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  changesTypedPlace,
  maybeTyped,
  rowAfter,
  shownWhileTyping,
  typedRowsAfter,
  type Place,
  type RowEdit,
} from '../../../client/src/common/typing/row-edits.js';

const at = (line: number, character = 0): Place => ({ line, character });
const edit = (start: Place, end = start, lineBreaks = 0): RowEdit => ({ start, end, lineBreaks });
const problem = (kind: string, line: number): { kind: string; start: Place } => ({ kind, start: at(line) });

test("a change in thousands of places isn't typed; a change at a few carets is", () => {
  assert.deepEqual([0, 1, 20, 10_000].map(maybeTyped), [false, true, true, false]);
});

test('the row of an edit is being typed', () => {
  assert.deepEqual(typedRowsAfter([], edit(at(4, 2))), [4]);
});

test('both rows are being typed if a line is broken, and one if two lines are joined', () => {
  assert.deepEqual(typedRowsAfter([], edit(at(4, 2), at(4, 2), 1)), [4, 5]);
  assert.deepEqual(typedRowsAfter([4, 5], edit(at(4, 9), at(5, 0))), [4]);
});

test('with several carets, rows move by the lines that edits above add and remove', () => {
  const breaks = [edit(at(8), at(8), 1), edit(at(3), at(3), 1)];
  assert.deepEqual(
    breaks.reduce(typedRowsAfter, [3, 8]).sort((a, b) => a - b),
    [3, 4, 9, 10],
  );
});

test('text after an edit moves with it to its new row', () => {
  const lineBreak = edit(at(2, 5), at(2, 5), 1);
  assert.deepEqual(
    [at(1), at(2, 4), at(2, 5), at(3)].map((place) => rowAfter(place, lineBreak)),
    [1, 2, 3, 4],
  );
  const join = edit(at(2, 5), at(3, 0));
  assert.deepEqual(
    [at(2, 4), at(3, 0), at(4)].map((place) => rowAfter(place, join)),
    [2, 2, 3],
  );
  const deletion = edit(at(2, 1), at(5, 1));
  assert.deepEqual(
    [at(3, 4), at(5, 0), at(5, 1), at(6)].map((place) => rowAfter(place, deletion)),
    [2, 2, 2, 3],
  );
});

test('a new problem in a row that is being typed waits; elsewhere it is shown', () => {
  assert.deepEqual(shownWhileTyping([problem('cells', 2), problem('cells', 3)], [2], []), [problem('cells', 3)]);
});

test('a problem that was shown in the row stays as long as it exists, and waits if it comes back', () => {
  const shown = [problem('cells', 2)];
  assert.deepEqual(shownWhileTyping([problem('cells', 2), problem('letter', 2)], [2], shown), shown);
  const gone = shownWhileTyping([problem('letter', 2)], [2], shown);
  assert.deepEqual(gone, []);
  assert.deepEqual(shownWhileTyping([problem('cells', 2)], [2], gone), []);
});

test('of two problems of the same kind, the new one waits', () => {
  assert.equal(shownWhileTyping([problem('term', 2), problem('term', 2)], [2], [problem('term', 2)]).length, 1);
});

test('everything is shown if nothing is being typed', () => {
  const problems = [problem('cells', 2), problem('letter', 2)];
  assert.deepEqual(shownWhileTyping(problems, [], []), problems);
});

test('an edit changes the typed place if it touches a caret in a row that is being typed', () => {
  const changes = (start: Place, end: Place, caret: Place): boolean =>
    changesTypedPlace({ start, end }, [at(9), caret], [caret.line]);
  assert.deepEqual(
    [changes(at(4, 5), at(4, 6), at(4, 6)), changes(at(4, 6), at(4, 6), at(4, 6)), changes(at(3), at(5), at(4, 6))],
    [true, true, true],
  );
  assert.deepEqual(
    [changes(at(4, 2), at(4, 5), at(4, 6)), changes(at(4, 7), at(4, 8), at(4, 6)), changes(at(3), at(3, 99), at(4, 6))],
    [false, false, false],
  );
  assert.equal(changesTypedPlace({ start: at(4), end: at(4, 9) }, [at(4, 6)], [5]), false);
});
