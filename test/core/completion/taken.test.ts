import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allRules,
  createLinter,
  parsePlaybook,
  placeAt,
  updatePlaybook,
  type Completion,
  type Playbook,
  type Problem,
} from '../../../server/src/core/index.js';
import { isBodyRow } from '../../../server/src/core/model/tables.js';
import { CARET, caretPage, inOtherEncodings } from '../../support/caret.js';
import { amongOthers, completionsIn, taken } from '../../support/completion.js';
import { TODAY } from '../../support/lint.js';
import { filesIn } from '../../support/workspace-fixture.js';
import { OTHER_PAGES, WRITTEN_PAGES } from '../../support/written-pages.js';

/**
 * Accepts every item that is offered anywhere on a page: the page then contains the offered text and has no new
 * problems.
 */

/** Problems of unfinished text: the empty cell next to the accepted one, the table below its heading. */
const UNFINISHED =
  /-(?:empty|empty-value|missing|cell-count)$|^(?:task-heading-without-table|task-table-empty|suppression-unused|table-not-rendered|table-row-empty-cell|task-row-split|table-delimiter-count|task-column-order)$/;

/** Whether the problem in a neighboring line disappears when the text is complete. */
function isForNow({ ruleId }: Problem, { kind, goesOn, label }: Completion): boolean {
  if (UNFINISHED.test(ruleId)) return true;
  // A name in another language is marked.
  if (kind === 'task') return ruleId === 'translation-pending';
  if (kind === 'column') return ruleId === 'refresh-row-width';
  // The topic and the site of the page follow its audience.
  return goesOn === true ? ruleId === 'label-hard-break' : label === 'internal' && ruleId === 'front-matter-site';
}

/** Line endings and byte order marks are tested at every nth place, because each accepted item costs a check. */
const SOME = 4;

type Page = keyof typeof WRITTEN_PAGES;
const among = amongOthers(filesIn(OTHER_PAGES), 'new.md');

/** The page with each completable text removed in turn, and the caret there. */
function* openings(text: string): Iterable<readonly [what: string, text: string]> {
  const playbook = parsePlaybook({ uri: 'file:///page.md', text });
  const cut = (start: number, end: number, left = ''): string => text.slice(0, start) + left + CARET + text.slice(end);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  for (const { key, value, span } of playbook.frontMatter?.fields ?? []) {
    yield [`value of ${key.value}`, cut(value.span.start, value.span.end)];
    yield [`line of ${key.value}`, cut(span.start, span.end - eol.length)];
  }
  for (const { start, value } of playbook.labels) {
    const { span, parts } = value.value;
    yield [`${value.id}: in bold`, cut(start + span.start, start + span.end)];
    yield [`${value.id}: not closed`, cut(start + span.start, start + value.line.end)];
    yield [
      `${value.id}: nothing`,
      cut(start + value.colon.span.end, start + value.line.end, value.colon.value === ':' ? ' ' : ''),
    ];
    yield [`${value.id}: right behind the colon`, cut(start + value.colon.span.end, start + value.line.end)];
    yield [`${value.id}: first part`, cut(start + (parts[0]?.span.start ?? 0), start + (parts[0]?.span.end ?? 0))];
    yield [`${value.id}: one more`, cut(start + span.end, start + span.end, '/')];
    yield [`${value.id}: the line`, cut(start + value.line.start, start + value.line.end)];
  }
  for (const { table, start } of playbook.tables) {
    for (const [index, row] of table.rows.entries()) {
      const at = start + (table.rowStarts[index] ?? 0);
      for (const [column, { outer, span }] of row.cells.entries()) {
        yield [`row ${index} cell ${column} without a blank`, cut(at + outer.start, at + outer.end)];
        yield [`row ${index} cell ${column} in its width`, cut(at + span.start, at + span.end)];
        yield [`row ${index} up to cell ${column}`, cut(at + outer.start, at + row.source.length)];
        if (isBodyRow(table, index) && column === 4)
          yield [`row ${index} cell ${column}, one more`, cut(at + span.end, at + span.end, '/')];
        if (isBodyRow(table, index))
          yield [
            `row ${index} a new row behind cell ${column}`,
            cut(
              at + row.source.length,
              at + row.source.length,
              eol + row.source.slice(0, outer.start).replace(/\d{4}/, '5009'),
            ),
          ];
      }
    }
  }
  for (const { start, value } of playbook.headings)
    yield [`heading ${value.text}`, cut(start + value.content.start, start + value.content.end)];
  for (const { start, value } of playbook.blocks) {
    for (const { kind } of value.kind === 'text' ? value.alerts : [])
      yield ['alert', cut(start + kind.span.start, start + kind.span.end + 1)];
  }
  for (const [comment] of [['<!-- playbook-lint-disable-file '], ['<!-- ']] as const)
    yield ['comment', `${text}${eol}${comment}${CARET}`];
}

const linter = createLinter(allRules);

function problemsIn(playbook: Playbook): readonly Problem[] {
  const { problems, failures } = linter.lint({ playbook, config: { rules: new Map() }, today: TODAY });
  assert.deepEqual(failures, []);
  return problems;
}

/** Without the position, which changes. */
function print({ ruleId, message }: Problem): string {
  return `${ruleId}: ${message}`;
}

function check(opened: Playbook, before: ReadonlySet<string>, item: Completion, what: string): void {
  const { start, end } = item.edit.span;
  assert.doesNotMatch(item.edit.newText + opened.text.slice(start, end), /[\r\n]/, item.label);
  const playbook = updatePlaybook(opened, taken(opened.text, item));
  const line = playbook.lines.lineText(playbook.lines.lineAt(start));
  const fresh = problemsIn(playbook).filter((problem) => !isForNow(problem, item) && !before.has(print(problem)));
  assert.deepEqual(fresh.map(print), [], `${what}: ${item.label} makes ${JSON.stringify(line)}`);
  assert.ok(
    line.includes(item.kind === 'task' ? item.label.slice(0, 4) : item.label) || item.kind === 'row',
    `${item.label} is not in ${JSON.stringify(line)}`,
  );
  const added = (item.additionalEdits ?? []).reduce((sum, { newText }) => sum + newText.length, 0);
  const place = placeAt(playbook, start + added + item.edit.newText.trimEnd().length);
  if (place.kind !== 'cell' || item.kind === 'task' || item.kind === 'row') return;
  const written = playbook.text.slice(place.span.start, place.span.end);
  assert.ok(written.endsWith(item.label), `${item.label} in the cell ${JSON.stringify(written)}`);
  assert.match(
    written.slice(0, -item.label.length),
    /^$|\/ ?$/,
    `${item.label} in the cell ${JSON.stringify(written)}`,
  );
}

for (const name of Object.keys(WRITTEN_PAGES) as Page[]) {
  const page = WRITTEN_PAGES[name];
  test(`${name}: nothing is wrong with the page itself`, () => {
    assert.deepEqual(problemsIn(parsePlaybook({ uri: 'file:///page.md', text: page })).map(print), []);
  });
  for (const [encoding, text] of inOtherEncodings(page)) {
    test(`${name} ${encoding}`, () => {
      for (const [index, [what, opened]] of [...openings(text)].entries()) {
        if (text !== page && index % SOME !== 0) continue;
        const { playbook } = caretPage(opened);
        const before = new Set(problemsIn(playbook).map(print));
        for (const item of completionsIn(opened, among).items) check(playbook, before, item, what);
      }
    });
  }
}
