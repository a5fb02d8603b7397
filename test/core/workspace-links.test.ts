import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  allRules,
  createLinter,
  IndexReader,
  parsePlaybook,
  summarize,
  WorkspaceIndex,
  type Problem,
} from '../../server/src/core/index.js';
import { nearFiles } from '../../server/src/core/workspace-index/near-files.js';
import { indexOf, pathOf } from '../support/workspace-fixture.js';

const FRONT_MATTER = '---\nms.topic: playbook\n---\n\n';
const PAGE = pathOf('a/page.md');

describe('suggested files', () => {
  test('are updated when a file is added', () => {
    const index = indexOf(new Map([['a/page.md', '']]));
    const near = (): readonly string[] => nearFiles(pathOf('a/kick-of.md'), PAGE, index.files);
    assert.deepEqual(near(), []);
    index.changeFiles([pathOf('a/kick-off.md')], []);
    assert.deepEqual(near(), [pathOf('a/kick-off.md')]);
    index.changeFiles([], [pathOf('a/kick-off.md')]);
    assert.deepEqual(near(), []);
  });

  test('are found in folders of any size', () => {
    const names = Array.from({ length: 5000 }, (_, index) => pathOf(`a/review-${index}.md`));
    const index = indexOf(new Map([['a/page.md', '']]));
    index.changeFiles([...names, pathOf('a/kick-off.md')], []);
    assert.deepEqual(nearFiles(pathOf('a/kick-of.md'), PAGE, index.files), [pathOf('a/kick-off.md')]);
  });
});

describe('a page with ten thousand wrong links', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => index);
  const SECONDS = 20;

  test('to files is checked in linear time', { timeout: SECONDS * 1000 }, () => {
    const files = many.map((index) => pathOf(`a/conduct-customer-kick-off-${index}.md`));
    const text = FRONT_MATTER + many.map((index) => `[x](conduct-customer-kickoff-${index}x.md)`).join('\n\n## h\n\n');
    const problems = problemsOf(text, (index) => index.changeFiles(files, []));
    assert.equal(problems.length, many.length);
    assert.ok(problems[0] !== undefined && problems[0].fixes.length > 0);
  });

  test('to anchors is checked in linear time', { timeout: SECONDS * 1000 }, () => {
    const other = pathOf('a/other.md');
    const headings = many.map((index) => `## ${index} nothing like that`).join('\n\n');
    const text = FRONT_MATTER + many.map((index) => `[x](other.md#${index}-nothing-like-this-x)`).join('\n\n');
    const problems = problemsOf(text, (index) => {
      index.changeFiles([other], []);
      index.setPage(other, summarize(other, parsePlaybook({ uri: other, text: headings })));
    });
    assert.equal(problems.length, many.length);
  });
});

test('pages that include each other are resolved in finite time', () => {
  const files = Array.from(
    { length: 1000 },
    (_, index) => [`a/${index}.md`, `[!INCLUDE [x](${(index + 1) % 1000}.md)]\n`] as const,
  );
  const reader = new IndexReader(indexOf(new Map(files)));
  assert.equal(reader.anchorsShownOn(pathOf('a/0.md')), undefined, 'so many files are not looked through');
});

test('a page that newly includes a file triggers checks of the pages that use its anchors', () => {
  const index = indexOf(
    new Map([
      ['a/other.md', '# Other\n'],
      ['a/part.md', '# Part\n'],
    ]),
  );
  const reader = new IndexReader(index);
  assert.equal(
    reader.anchorsShownOn(pathOf('a/other.md'))?.some((set) => set.has('part')),
    false,
  );
  const before = index.revision;
  const text = '# Other\n\n[!INCLUDE [Part](part.md)]\n';
  index.setPage(pathOf('a/other.md'), summarize(pathOf('a/other.md'), parsePlaybook({ uri: '', text })));
  assert.ok(index.hasChanged(reader.topics, before));
  assert.equal(
    new IndexReader(index).anchorsShownOn(pathOf('a/other.md'))?.some((set) => set.has('part')),
    true,
  );
});

test('a link to a built page depends on its source page', () => {
  const index = indexOf(new Map([['a/other.md', '# Other\n']]));
  const reader = new IndexReader(index);
  assert.equal(reader.follow(PAGE, 'other.html').kind, 'found');
  const before = index.revision;
  index.changeFiles([], [pathOf('a/other.md')]);
  assert.ok(index.hasChanged(reader.topics, before));
  assert.equal(new IndexReader(index).follow(PAGE, 'other.html').kind, 'missing');
});

function problemsOf(text: string, prepare: (index: WorkspaceIndex) => void): readonly Problem[] {
  const index = indexOf(new Map([['a/page.md', text]]));
  prepare(index);
  const summary = index.pages.get(PAGE);
  assert.ok(summary !== undefined);
  const linter = createLinter(
    allRules.filter(({ meta }) => /^(?:link-target|link-anchor|image|include)-missing$|^link-case$/.test(meta.id)),
    allRules,
  );
  const { problems, failures } = linter.lint({
    playbook: parsePlaybook({ uri: PAGE, text }),
    config: { rules: new Map() },
    today: '2026-11-21',
    surroundings: { summary, index: new IndexReader(index) },
  });
  assert.deepEqual(failures, []);
  return problems;
}
