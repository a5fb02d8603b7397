/** A packed page has the facts of the page that was packed, and needs little memory. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import {
  asFilePath,
  factsToStore,
  PackedPages,
  pageWithFacts,
  parsePlaybook,
  summarize,
  WorkspaceIndex,
  type PageSummary,
} from '../../server/src/core/index.js';
import { packedData, unpackedData } from '../../server/src/core/text/packed-data.js';
import { compact, packedText, unpackedText } from '../../server/src/core/text/packed-text.js';
import { mutatedPage, startingPages } from '../fuzz/pages.js';
import { assertProperty } from '../support/property.js';

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

const PATH = asFilePath('file:///workspace/area/page.md');
const FACTS = [
  ...([
    'path',
    'isPlaybook',
    'language',
    'audience',
    'title',
    'headings',
    'names',
    'tasks',
    'mentions',
    'links',
  ] as const),
  ...(['homeLink', 'entries', 'refreshDays', 'phases', 'steps', 'shapes', 'text'] as const),
] satisfies readonly (keyof PageSummary)[];

function summaryOf(text: string, path = PATH): PageSummary {
  return summarize(path, parsePlaybook({ uri: path, text }));
}

function assertSameFacts(text: string): void {
  const expected = summaryOf(text);
  const packed = new PackedPages().pack(expected);
  for (const page of [packed, packed.packedAgain()]) {
    for (const fact of FACTS) assert.deepEqual(page[fact], expected[fact], fact);
    for (const fact of FACTS) assert.equal(page[fact], page[fact], `${fact} is unpacked once`);
    assert.deepEqual([...page.fields], [...expected.fields]);
    for (const [key, value] of expected.fields) assert.equal(page.fields.get(key), value);
    assert.equal(page.lines.lineCount, expected.lines.lineCount);
  }
  assertSameWhenStored(expected);
}

/** Fails unless the page is the same after its facts were stored as JSON. */
function assertSameWhenStored(expected: PageSummary): void {
  const stored = pageWithFacts(PATH, expected.text, JSON.parse(JSON.stringify(factsToStore(expected))));
  assert.ok(stored);
  const packed = new PackedPages().pack(stored);
  for (const page of [stored, packed, packed.copy()]) {
    // JSON has no properties that are `undefined`.
    for (const fact of FACTS) assert.equal(JSON.stringify(page[fact]), JSON.stringify(expected[fact]), fact);
    assert.deepEqual([...page.fields], [...expected.fields]);
    assert.equal(page.lines.lineCount, expected.lines.lineCount);
    assert.deepEqual(factsToStore(page).outline.taskIds, factsToStore(expected).outline.taskIds);
  }
  const index = new WorkspaceIndex();
  index.setPage(PATH, stored, packed);
  assert.ok(!index.setPage(PATH, expected), 'the page changes nothing when it is opened');
}

/** Latin letters, letters that need two bytes, halves of surrogate pairs, and the replacement character. */
const text = fc
  .array(fc.constantFrom('a', ' ', 'ü', '\u001A', '–', '’', '任', '\uD83D', '\uDE00', '\0', '\n'))
  .map((parts) => parts.join(''));

test('written pages', () => {
  const pages = startingPages();
  assert.ok(pages.some((page) => summaryOf(page).tasks.length > 0));
  for (const page of pages) assertSameFacts(page);
});

test('pages with random changes', () => {
  const pages = startingPages().filter(({ length }) => length < 3000);
  assertProperty(
    fc.property(mutatedPage(pages), (page) => assertSameFacts(page)),
    300,
  );
});

test('every text is the same again', () => {
  assertProperty(
    fc.property(text, (one) => {
      assert.equal(unpackedText(packedText(one)), one);
      assert.equal(compact(one), one);
    }),
    500,
  );
  const long = 'x'.repeat(20_000) + '–';
  assert.equal(unpackedText(packedText(long)), long);
  assert.equal(compact(long), long);
});

test('all plain data are the same again, whether or not their strings are in the text', () => {
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({
    data: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(undefined, true, false, 0, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 53 - 1, -1, 0.5, -0),
      text,
      fc.array(tie('data'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'start', 'value'), tie('data'), { noNullPrototype: true }),
    ),
  }));
  assertProperty(
    fc.property(data, text, (value, around) =>
      assert.deepEqual(unpackedData(packedData(value, around), around), value),
    ),
    500,
  );
  const kinds = Array.from({ length: 300 }, (_, index) => ({ [`key ${index}`]: index, other: 'x'.repeat(3000) }));
  assert.deepEqual(unpackedData(packedData(kinds, ''), ''), kinds);
});

test('pages that were asked for their facts long ago are packed again', () => {
  const index = new WorkspaceIndex();
  const packedPages = new PackedPages();
  const paths = Array.from({ length: 1400 }, (_, page) => asFilePath(`file:///workspace/area/page-${page}.md`));
  for (const path of paths) {
    const summary = summaryOf('# Title\n', path);
    index.setPage(path, summary, packedPages.pack(summary));
  }
  const pages = paths.map((path) => index.pages.get(path));
  for (const page of pages) assert.deepEqual([page?.headings.length, page?.tasks.length], [1, 0]);
  index.packPages(packedPages);
  const isSame = paths.map((path, page) => index.pages.get(path) === pages[page]);
  assert.deepEqual([isSame.at(0), isSame.at(399), isSame.at(400), isSame.at(-1)], [false, false, true, true]);
  assert.equal(index.pages.get(paths[0] ?? PATH)?.headings[0]?.value.text, 'Title');
});

const HEADER =
  '| Task ID | Task Name | (M)andatory / (O)ptional | FastTrack Role | Services |\n|---|---|---|---|---|\n';

/** A page with words of its own in everything that is looked up or shared. */
function longPage(number: number): string {
  const words = `that only page ${number} has`;
  const rows = Array.from(
    { length: 40 },
    (_, row) => `| ${3000 + row} | A name ${words} and row ${row} | M | Partner ${words} | Service ${words} |\n`,
  );
  const front = `---\ntitle: The title ${words}\ndescription: A text ${words}, which is longer than most\nms.topic: playbook\nft.audience: partner\n---\n`;
  const body = `# The *title* ${words}\n\n## Approach\n\n### Do – what the *customer* needs ${words}\n\n${HEADER}${rows.join('')}\n`;
  // A text that isn't a slice of another one, like text from a file.
  return Buffer.from(front + body + 'A sentence that is on the page again and again. '.repeat(200)).toString();
}

test('a packed page needs hardly more memory than one byte for each character', () => {
  const heapUsed = (): number => {
    if (typeof collectGarbage === 'function') collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const index = new WorkspaceIndex();
  const packedPages = new PackedPages();
  let length = 0;
  const read = (from: number, to: number): void => {
    for (let number = from; number < to; number++) {
      const path = asFilePath(`file:///workspace/area/page-${number}.md`);
      const page = summaryOf(longPage(number), path);
      length += page.text.length;
      index.setPage(path, page, packedPages.pack(page));
    }
    index.outdateAll();
  };
  // What the first pages leave behind, machine code above all, isn't theirs.
  read(0, 150);
  const before = heapUsed();
  length = 0;
  read(150, 350);
  const held = heapUsed() - before;
  assert.ok(held < 1.6 * length, `${(held / length).toFixed(2)} bytes for each character`);
  assert.equal(index.pages.size, 350);
});
