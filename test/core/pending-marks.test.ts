import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  alignTable,
  compactTable,
  parsePlaybook,
  setCell,
  sortTasks,
  withMarkedName,
} from '../../server/src/core/index.js';
import { afterEdits, pageWith } from '../support/edit-page.js';
import { completionsIn, lineAfter, amongOthers } from '../support/completion.js';
import { asDocfx } from '../support/readers/docfx.js';
import { asGfm } from '../support/readers/gfm.js';
import { filesIn } from '../support/workspace-fixture.js';

const MARK = ' <!-- playbook-translate -->';

/** A German page. `mark` is after every text that could be untranslated. */
const pageOf = (mark: string): string => `---
ft.audience: partner
---

# Aktivierung

Read this first.${mark}

- One thing${mark}
  - A nested thing${mark}

1. Another${mark}

> [!NOTE]
> Keep this.${mark}

#### FTOP-Aufgaben

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 4090 | Plan the move${mark} | E | SME${mark} | Teams${mark} |
| 1247 | Deploy${mark} | O | SME | Teams |
`;

describe('a mark for translators', () => {
  test('is not shown, on GitHub or on the site', () => {
    const words = (text: string, read: typeof asGfm): string[] => read(text).map((word) => word.text);
    for (const read of [asGfm, asDocfx])
      for (const text of [
        pageOf(MARK),
        pageOf(`${MARK}`).replaceAll('\n', '\r\n'),
        pageOf('<!--playbook-translate a-->'),
      ])
        assert.deepEqual(words(text, read), words(pageOf(''), read));
  });

  test("isn't part of the words of a cell", () => {
    const cells = (text: string): string[] =>
      parsePlaybook({ uri: 'file:///a-de.md', text }).tables.flatMap(({ table }) =>
        table.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
      );
    assert.deepEqual(cells(pageOf(MARK)), cells(pageOf('')));
    assert.deepEqual(cells(pageOf(`${MARK} <!-- playbook-lint-disable-line -->`)), cells(pageOf('')));
  });

  test('stays when tables are formatted, sorted, or another cell is edited', () => {
    const page = pageWith(pageOf(MARK).replace('| 4090', '| █4090'));
    const [table] = page.playbook.tables;
    assert.ok(table !== undefined);
    const count = (text: string): number => text.split(MARK.trim()).length - 1;
    for (const run of [alignTable, compactTable, sortTasks])
      assert.equal(count(afterEdits(page, run(page.playbook, table))), count(page.text));
    const edited = afterEdits(page, setCell(page.playbook, page.offset, { column: 'mo', text: 'optional' }));
    assert.ok(edited.includes(`| 4090 | Plan the move${MARK} | O | SME${MARK} | Teams${MARK} |`));
    const renamed = afterEdits(page, setCell(page.playbook, page.offset, { column: 'task-name', text: 'Plan it' }));
    assert.ok(renamed.includes(`| 4090 | Plan it${MARK} | E |`));
  });
});

describe('a completed name', () => {
  const english = `==> english/move.md <==
---
ft.audience: partner
---

# Move

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 4090 | Plan the move | M | SME | Teams |
| 1247 | Deploy the old app | O | SME | Teams |
==> english/other.md <==
---
ft.audience: partner
---

# Other

#### FTOP Tasks

| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|
| 1247 | Call the customer | O | SME | Teams |
==> german/other-de.md <==
---
ft.audience: partner
---

# Anderes

#### FTOP-Aufgaben

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 1247 | Kunden anrufen | O | SME | Teams |
`;
  const frame = (line: string): string => `---
ft.audience: partner
---

# Umzug

#### FTOP-Aufgaben

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
${line}
`;
  const among = amongOthers(filesIn(`${english}==> german/move-de.md <==\n${frame('| 1 | |')}`), 'german/move-de.md');

  test('in English is marked', () => {
    assert.equal(
      lineAfter(frame('| 4090 | █ | E | SME | Teams |'), 'Plan the move', among),
      `| 4090 | Plan the move${MARK} | E | SME | Teams |`,
    );
  });

  test('in English is marked in a new row too, unless the author changed it', () => {
    const { playbook } = pageWith(frame('| 1 | |'));
    const marked = (taskId: string, taskName: string): string | undefined =>
      withMarkedName({ taskId, taskName }, playbook, among.workspace).taskName;
    assert.equal(marked('4090', 'Plan the move'), `Plan the move${MARK}`);
    assert.equal(marked('4090', 'Umzug planen'), 'Umzug planen');
    assert.equal(marked('9999', 'Plan the move'), 'Plan the move');
  });

  test('is not taken from a page whose task has another name in English', () => {
    const labels = completionsIn(frame('| 1247 | █ | O | SME | Teams |'), among).items.map(({ label }) => label);
    assert.ok(!labels.includes('Kunden anrufen'), labels.join());
    assert.deepEqual(labels, ['Deploy the old app']);
  });
});
