import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShownProblems } from '../../client/src/common/problems/shown-problems';

/** What is shown, and each change of it. */
function watched(): { problems: ShownProblems<string>; shown: Map<string, readonly string[]>; changes: string[] } {
  const shown = new Map<string, readonly string[]>();
  const changes: string[] = [];
  const problems = new ShownProblems<string>((uri, items) => {
    shown.set(uri, items);
    changes.push(`${uri}: ${items.join()}`);
  });
  return { problems, shown, changes };
}

test('a closed file no longer shows problems', () => {
  const { problems, changes } = watched();
  problems.setAsked('a', ['x']);
  problems.release('a', false);
  assert.deepEqual(changes, ['a: x', 'a: ']);
  assert.deepEqual(problems.all(), []);
});

test('a file whose problems stay keeps them until the server sends others, without a gap', () => {
  const { problems, changes } = watched();
  problems.setAsked('a', ['x']);
  problems.release('a', true);
  problems.setSent('a', ['y']);
  assert.deepEqual(changes, ['a: x', 'a: x', 'a: y']);
  problems.setSent('a', []);
  assert.deepEqual(problems.all(), []);
});

test('a file never has both pulled and pushed problems', () => {
  const { problems, shown } = watched();
  problems.setSent('a', ['sent']);
  problems.setAsked('a', ['asked']);
  assert.deepEqual(shown.get('a'), ['asked']);
  problems.setSent('a', ['late']);
  assert.deepEqual(shown.get('a'), ['asked']);
  assert.deepEqual(problems.all(), ['asked']);
});

test("problems sent before a file was opened don't come back when it is closed", () => {
  const { problems, shown } = watched();
  problems.setSent('a', ['old']);
  problems.setAsked('a', []);
  problems.release('a', false);
  assert.deepEqual(shown.get('a'), []);
});

test('after a restart of the server, everything stays until the new server has sent its problems', () => {
  const { problems, shown, changes } = watched();
  problems.setAsked('open', ['x']);
  problems.setSent('closed', ['y']);
  problems.setSent('gone', ['z']);
  changes.length = 0;
  problems.releaseAll();
  assert.deepEqual([...shown.values()], [['x'], ['y'], ['z']]);
  problems.setAsked('open', ['x']);
  problems.retain(new Set(['closed']));
  assert.deepEqual([...shown.values()], [['x'], ['y'], []]);
  assert.ok(!changes.some((change) => change === 'open: ' || change === 'closed: '), 'nothing flickers');
});

test("a file that wasn't pulled isn't released, and nothing is left at the end", () => {
  const { problems, changes } = watched();
  problems.release('a', true);
  assert.deepEqual(changes, []);
  problems.setAsked('a', ['x']);
  problems.setSent('b', ['y']);
  problems.clear();
  assert.deepEqual(problems.all(), []);
  assert.deepEqual(changes.slice(2), ['a: ', 'b: ']);
});
