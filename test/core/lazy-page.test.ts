/** A page that is parsed on demand has the same facts as a parsed page, and its text tells what it can contain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  asFilePath,
  builtInVocabulary,
  LazyPage,
  parsePlaybook,
  summarize,
  type PageSummary,
} from '../../server/src/core/index.js';
import { includedFiles } from '../../server/src/core/workspace-index/included-files.js';
import { mayDescribeTasks, numbersIn, possibleIncludes } from '../../server/src/core/workspace-index/possible-facts.js';
import { mutatedPage, startingPages } from '../fuzz/pages.js';
import { assertProperty } from '../support/property.js';

const FOLDER = asFilePath('file:///workspace');
const PATH = asFilePath('file:///workspace/area/page.md');
const URI = 'file:///workspace/area/page.md';

const FACTS = [
  ...(['isPlaybook', 'language', 'audience', 'title', 'fields', 'headings', 'names', 'tasks', 'mentions'] as const),
  ...(['links', 'homeLink', 'entries', 'refreshDays', 'phases', 'steps', 'shapes'] as const),
] satisfies readonly (keyof PageSummary)[];

function assertKnown(text: string): void {
  const expected = summarize(PATH, parsePlaybook({ uri: URI, text }));
  for (const facts of [FACTS, [...FACTS].reverse()]) {
    const page = new LazyPage(PATH, { uri: URI, text }, builtInVocabulary);
    for (const fact of facts) {
      assert.deepEqual(page[fact], expected[fact], fact);
      assert.equal(page[fact], page[fact], `${fact} is found once`);
    }
  }
  const numbers = numbersIn(text);
  for (const { value } of [...expected.tasks, ...expected.mentions])
    for (const number of numbersIn(value.id.value)) assert.ok(numbers.has(number), `task ${value.id.value}`);
  if (expected.entries.length > 0) assert.ok(mayDescribeTasks(text), 'a catalogue');
  const possible = new Set(possibleIncludes(expected, FOLDER));
  for (const path of includedFiles([expected], () => FOLDER)) assert.ok(possible.has(path), `include ${path}`);
}

const CATALOGUES = [
  '## 983: QuickLeads\n\n## 984: Other\n\n## 985: Third\n',
  '983: QuickLeads\n---\n\n984：Other\n===\n\n> 985: Third\n> ---\n',
  '- ## 9**83**: QuickLeads\n- ## <b>984</b>\\: Other\n\n> # [985](a.md): Third\n',
  '## &#57;83&#58; QuickLeads\n\n## 984&colon; Other\n\n##　985: Third\n\n＃＃ 986: Fourth\n',
  '[^1]: # 983: QuickLeads\n\n[^2]:\n    # 984: Other\n\n1. # 985: Third\n   # 986: Fourth\n',
].map((body) => `---\nms.topic: playbook\n---\n${body}\n[!INCLUDE[a](./b%20c.md)]\n\n[!include [a\\]](b.md "c")]\n`);

test('written pages', () => {
  const entries = CATALOGUES.map((text) => summarize(PATH, parsePlaybook({ uri: URI, text })).entries.length);
  assert.ok(entries.filter((count) => count > 0).length > 1, entries.join(' '));
  for (const page of CATALOGUES) assertKnown(page);
  for (const page of startingPages()) assertKnown(page);
});

test('pages with random changes', () => {
  const pages = [...CATALOGUES, ...startingPages().filter(({ length }) => length < 3000)];
  assertProperty(
    fc.property(mutatedPage([...pages, ...CATALOGUES]), (text) => assertKnown(text)),
    300,
  );
  assertProperty(
    fc.property(mutatedPage(CATALOGUES), (text) => assertKnown(text)),
    300,
  );
});
