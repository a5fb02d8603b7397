import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { builtInVocabulary, renameTask, type FileEdits, type TaskRename } from '../../../server/src/core/index.js';
import { changedLines, edited, sceneOf } from '../../support/navigation.js';
import { assertProperty } from '../../support/property.js';
import { indexOf, type FileTexts } from '../../support/workspace-fixture.js';
import { english } from '../../support/english.js';

const FRONT = '---\nft.audience: internal\n---\n';
const HEADER = `| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |
|---|---|---|---|---|`;

const SITE = `==> docfx.json <==
{}
==> toc.yml <==
- name: Leads
  href: "task-details.md#983-quickleads"
==> task-details.md <==
${FRONT}
# Task Details

[Up](#983-quickleads), [down](#task-1983)

## 983: QuickLeads

## 994: Kickoff

## 995: Task 983 again
==> a.md <==
${FRONT}
Task 983, tasks 994, 983 and 1983. 983 seats. See [it](task-details.md#983-quickleads), [it](<~/task-details.md#983-QuickLeads>), [again](task-details.md#995-task-983-again).

[leads]: ./task-details.html?x=983#983-quickleads

${HEADER}
| [983](https://aka.ms/983) | QuickLeads 983 | M | FE | Exchange |
| 994 | Kickoff | M | FE | Exchange |
==> log.md <==
${FRONT}
## Refresh Summary

| Date | Who Changed | What Changed |
|---|---|---|
| 01/02/2020 | ada | Task 983 was renamed |
`;

function rename(files: FileTexts, from: string, to: string): TaskRename {
  return renameTask(indexOf(files), { from, to, vocabulary: builtInVocabulary });
}

function editsOf(result: TaskRename): FileEdits {
  if ('refused' in result) throw new Error(english(result.refused));
  return result.edits;
}

test('a task ID changes wherever it is mentioned, and in links to its headings', () => {
  const { files } = sceneOf(SITE);
  assert.deepEqual(changedLines(files, edited(files, editsOf(rename(files, '983', '4711')))), [
    'toc.yml:   href: "task-details.md#4711-quickleads"',
    'task-details.md: [Up](#4711-quickleads), [down](#task-1983)',
    'task-details.md: ## 4711: QuickLeads',
    'task-details.md: ## 995: Task 4711 again',
    'a.md: Task 4711, tasks 994, 4711 and 1983. 983 seats. See [it](task-details.md#4711-quickleads), [it](<~/task-details.md#4711-QuickLeads>), [again](task-details.md#995-task-4711-again).',
    'a.md: [leads]: ./task-details.html?x=983#4711-quickleads',
    'a.md: | [4711](https://aka.ms/983) | QuickLeads 983 | M | FE | Exchange |',
    'log.md: | 01/02/2020 | ada | Task 4711 was renamed |',
  ]);
});

describe('a rename is refused', () => {
  const { files } = sceneOf(SITE);
  const refused = (from: string, to: string, why: string): void =>
    void test(`${from} to ${to}`, () => {
      const result = rename(files, from, to);
      assert.equal('refused' in result ? english(result.refused) : result, why);
    });
  refused('983', '98', `"98" isn't a task ID: three or four digits`);
  refused('983', ' 984 ', `" 984 " isn't a task ID: three or four digits`);
  refused('983', '983', 'The task has the ID 983 already');
  refused('983', '994', 'There is a task 994 already, in task-details.md, a.md');
  refused('983', '995', 'There is a task 995 already, in task-details.md');
  refused('111', '112', 'There is no task 111');
  const many = new Map(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, `${FRONT}\n${HEADER}\n| 984 | Ask | M | FE | Teams |\n`]),
  );
  test('to an ID of many pages', () => {
    const result = rename(new Map([...files, ...many]), '983', '984');
    const why = 'There is a task 984 already, in a.md, b.md, c.md and 2 more files';
    assert.equal('refused' in result ? english(result.refused) : result, why);
  });
});

test('an ID that is only mentioned in text is available', () => {
  const { files } = sceneOf(SITE);
  assert.ok('edits' in rename(files, '983', '1983'));
});

const id = fc.constantFrom('983', '994', '1983', '3190');
const line = fc.oneof(
  id.map((task) => `| ${task} | Name | M | FE | Exchange |`),
  id.map((task) => `|[${task}](x.md#${task})|Name ${task}|O|FE|Exchange|`),
  id.map((task) => `## ${task}: Name`),
  id.map((task) => `Task ${task}; see [x](a.md#${task}-name) and [y](#${task}-name-1) or ${task}.`),
  fc.constant(`\n${HEADER}`),
);
const page = fc.array(line, { maxLength: 25 }).map((lines) => `${FRONT}\n${HEADER}\n${lines.join('\n')}\n`);

test('renaming back restores the texts', () => {
  assertProperty(
    fc.property(page, page, id, (a, b, from) => {
      const files = new Map([
        ['a.md', a],
        ['b.md', b],
      ]);
      const there = rename(files, from, '7777');
      if ('refused' in there) return;
      const renamed = edited(files, there.edits);
      assert.notDeepEqual([...renamed], [...files]);
      assert.ok('refused' in rename(renamed, from, '7778'), 'nothing is left of the old ID');
      assert.deepEqual([...edited(renamed, editsOf(rename(renamed, '7777', from)))], [...files]);
    }),
    150,
  );
});
