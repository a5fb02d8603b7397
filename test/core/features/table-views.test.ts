import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lostTextIn, nextCell, parsePlaybook, tableCounts } from '../../../server/src/core/index.js';
import { english } from '../../support/english.js';
import { playbookWith } from '../../support/pages.js';

const row = (id: string, letter: string): string =>
  `| ${id} | Check ${id} | ${letter} | FastTrack Engineer | Exchange |`;
const parse = (text: string) => parsePlaybook({ uri: 'file:///page.md', text });
const everything = (text: string) => ({ start: 0, end: text.length });

test('a task table shows how many of its tasks are mandatory; an unknown letter counts as neither', () => {
  const text = playbookWith(row('1234', 'M'), row('1235', 'O'), row('1236', 'M'), row('1237', 'X'));
  const [counts, ...others] = tableCounts(parse(text));
  assert.deepEqual(others, []);
  assert.deepEqual({ ...counts, span: undefined }, { span: undefined, tasks: 4, mandatory: 2, optional: 1 });
  assert.ok(text.slice(counts?.span.start, counts?.span.end).startsWith('| Task ID |'));
  assert.deepEqual(tableCounts(parse(playbookWith())), [], 'a table without tasks tells nothing');
});

test('text that a renderer omits is marked where it is', () => {
  const surplus = `${row('1234', 'M')} lost |`;
  const text = playbookWith(surplus, row('1235', 'O'));
  const lost = lostTextIn(parse(text), everything(text)).map(({ offset, message }) => [offset, english(message)]);
  assert.deepEqual(lost, [[text.indexOf('lost'), 'not shown on GitHub']]);
  assert.deepEqual(lostTextIn(parse(text), { start: 0, end: 5 }), [], 'only what was asked for');
  const narrow = playbookWith(row('1234', 'M')).replace('|---|---|---|---|---|', '|---|---|---|');
  assert.deepEqual(
    lostTextIn(parse(narrow), everything(narrow)).map(({ message }) => english(message)),
    ['not a table on GitHub'],
  );
  const whole = playbookWith(row('1234', 'M'));
  assert.deepEqual(lostTextIn(parse(whole), everything(whole)), []);
});

test('Tab moves from cell to cell, across rows and past the delimiter row', () => {
  const text = playbookWith(row('1234', 'M'), row('1235', 'O'));
  const playbook = parse(text);
  const seen: string[] = [];
  for (
    let span = nextCell(playbook, text.indexOf('| Task ID'), 'next');
    span !== undefined;
    span = nextCell(playbook, span.end, 'next')
  )
    seen.push(text.slice(span.start, span.end));
  assert.equal(seen.length, 15);
  assert.deepEqual(seen.slice(3, 7), ['FastTrack Role', 'Services', '1234', 'Check 1234']);
  const back: string[] = [];
  for (
    let span = nextCell(playbook, text.lastIndexOf('Exchange'), 'previous');
    span !== undefined;
    span = nextCell(playbook, span.start, 'previous')
  )
    back.push(text.slice(span.start, span.end));
  assert.deepEqual(back, seen.slice(0, -1).reverse());
  assert.equal(nextCell(playbook, 0, 'next'), undefined);
});
