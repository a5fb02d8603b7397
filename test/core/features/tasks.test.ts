import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionsOfTask, referencesToTask, taskAt } from '../../../server/src/core/index.js';
import { printPlaces, sceneOf, type Scene } from '../../support/navigation.js';

const HEADER = `| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|`;
const INTERNAL = '---\nft.audience: internal\n---\n';
const PARTNER = '---\nft.audience: partner\n---\n';

const CATALOGUE = `==> task-details.md <==
${INTERNAL}
# Task Details

## 983: QuickLeads

## **994**: Kickoff Meeting

## 3190: Checklist
`;

function taskIn({ index, path, offset }: Scene): string | undefined {
  const page = index.pages.get(path);
  const found = page === undefined ? undefined : taskAt(page, offset);
  return found === undefined
    ? undefined
    : `${found.kind} ${found.id} ${page?.text.slice(found.span.start, found.span.end)}`;
}

test('the task at the caret: in its ID, directly before it, and directly after it', () => {
  const cell = (row: string): string | undefined => taskIn(sceneOf(`==> a.md <==\n${PARTNER}\n${HEADER}\n${row}\n`));
  assert.equal(cell('| █3190 | Check | M | FE | Exchange |'), 'table 3190 3190');
  assert.equal(cell('| 31█90 | Check | M | FE | Exchange |'), 'table 3190 3190');
  assert.equal(cell('|3190█| Check | M | FE | Exchange |'), 'table 3190 3190');
  assert.equal(cell('| 3190 █| Check | M | FE | Exchange |'), undefined);
  assert.equal(cell('| 3190 | Check 4█090 | M | FE | Exchange |'), undefined);
  assert.equal(cell('| [31█90](https://x.org/3190) | Check | M | FE | Exchange |'), 'table 3190 3190');
  assert.equal(cell('| [ 31█90 ](https://x.org) | Check | M | FE | Exchange |'), 'table 3190 3190');
  assert.equal(cell('| [3190](https://x.█org) | Check | M | FE | Exchange |'), undefined);
  assert.equal(cell('| 3190 | Check | M | FE | Exchange || 31█91 | Look | M | FE | Exchange |'), 'table 3191 3191');
});

test('the task at the caret: in text, in a refresh log, and in the catalogue', () => {
  const text = (line: string): string | undefined => taskIn(sceneOf(`==> a.md <==\n${PARTNER}\n${line}\n`));
  assert.equal(text('See task 31█90 and 4090.'), 'mention 3190 3190');
  assert.equal(text('See task 3190 and 4090█.'), 'mention 4090 4090');
  assert.equal(text('There are 31█90 seats.'), undefined);
  assert.equal(
    text('| Date | Who Changed | What Changed |\n|---|---|---|\n| 01/02/2020 | ada | Task 40█90 was added |'),
    'mention 4090 4090',
  );
  assert.equal(taskIn(sceneOf(CATALOGUE.replace('983', '98█3'))), 'entry 983 983');
  assert.equal(taskIn(sceneOf(CATALOGUE.replace('994', '99█4'))), 'entry 994 994');
  assert.equal(taskIn(sceneOf(CATALOGUE.replace('Quick', 'Qu█ick'))), undefined);
});

const SITE = `${CATALOGUE}==> de/plan-de.md <==
${PARTNER}
# Planung der Bereitstellung für den Kunden

| Aufgaben-ID | Name der Aufgabe | (E) Erforderlich (O) Optional | FastTrack-Rolle | Dienste |
|---|---|---|---|---|
| 3190 | Bestätigung der Prüfung durch den Kunden | E | FastTrack Engineer | Alle Dienste |
| 5000 | Bestätigung der Bereitstellung | E | FastTrack Engineer | Alle Dienste |
==> plan.md <==
${PARTNER}
# Plan the deployment for the customer

Finish the list (task 3190) and █start.

${HEADER}
| 3190 | Confirm | M | FE | Exchange |
| 5000 | New | M | FE | Exchange |
==> internal.md <==
${INTERNAL}
# Plan the deployment with the team

${HEADER}
| 5000 | New | M | FE | Exchange |
`;

function definitions(id: string): string[] {
  const { files, index, path } = sceneOf(SITE);
  const page = index.pages.get(path);
  return page === undefined ? [] : printPlaces(files, definitionsOfTask(index, id, page));
}

test('the definition of a task is its entry in the catalogue', () => {
  assert.deepEqual(definitions('3190'), ['task-details.md:11:1 ## 3190: Checklist']);
});

test('without an entry, it is the English row for the same readers', () => {
  assert.deepEqual(definitions('5000'), ['plan.md:12:3 5000']);
  assert.deepEqual(definitions('6000'), []);
});

test('all uses in all languages are listed by file and position', () => {
  const { files, index } = sceneOf(SITE);
  assert.deepEqual(printPlaces(files, referencesToTask(index, '3190')), [
    'de/plan-de.md:9:3 3190',
    'plan.md:7:23 3190',
    'plan.md:11:3 3190',
    'task-details.md:11:4 3190',
  ]);
  assert.deepEqual(
    referencesToTask(index, '3190').map(({ kind, language }) => `${kind} ${language}`),
    ['table de', 'mention en', 'table en', 'entry en'],
  );
});
