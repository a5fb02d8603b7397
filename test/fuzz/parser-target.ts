import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  alignTable,
  allRules,
  applyEdits,
  compactTable,
  createLinter,
  DEFAULT_LINT_CONFIG,
  fixAll,
  parsePlaybook,
  summarize,
  updatePlaybook,
  asFilePath,
  type Playbook,
  type Problem,
  type Span,
} from '../../server/src/core/index.js';
import { dumpPlaybook } from '../support/dump-playbook.js';
import { TODAY } from '../support/lint.js';
import { asDocfx } from '../support/readers/docfx.js';
import { asGfm } from '../support/readers/gfm.js';
import { unnamedChange } from '../support/readers/page-changes.js';
import {
  edited,
  mutatedPage,
  randomEdit,
  shorterLists,
  shorterTexts,
  startingPages,
  type RandomEdit,
} from './pages.js';
import type { Target } from './target.js';

/** A page, and what is typed into it. */
export interface EditedPage {
  readonly text: string;
  readonly edits: readonly RandomEdit[];
}

const URI = 'file:///page.md';

/** All that the core does with one page: read, update, check, fix, format, summarise. */
export const parserTarget: Target<EditedPage> = {
  name: 'parser',
  inputs: fc
    .constant(undefined)
    .chain(() =>
      fc.record({ text: mutatedPage(pages()), edits: fc.array(randomEdit, { minLength: 1, maxLength: 4 }) }),
    ),
  check: ({ text, edits }) => {
    const linter = createLinter(allRules);
    let playbook = parsePlaybook({ uri: URI, text });
    checkPage(playbook, linter);
    for (const edit of edits) {
      playbook = updatePlaybook(playbook, edited(playbook.text, edit));
      const fresh = parsePlaybook({ uri: URI, text: playbook.text });
      assert.equal(dumpPlaybook(playbook), dumpPlaybook(fresh), 'an updated page is read as one that is new');
      assert.deepEqual(
        problemsOf(playbook, linter),
        problemsOf(fresh, createLinter(allRules)),
        'an updated page has the problems of one that is new',
      );
    }
    checkPage(playbook, linter);
  },
  *smaller({ text, edits }) {
    for (const fewer of shorterLists(edits)) yield { text, edits: fewer };
    for (const shorter of shorterTexts(text)) yield { text: shorter, edits };
  },
  sizeOf: ({ edits }) => ({ pages: 1, edits: edits.length }),
};

let known: readonly string[] | undefined;
const pages = (): readonly string[] => (known ??= startingPages());

function checkPage(playbook: Playbook, linter: ReturnType<typeof createLinter>): void {
  summarize(asFilePath(URI), playbook);
  for (const problem of problemsOf(playbook, linter)) checkProblem(problem, playbook.text);
  checkFixAll(playbook);
  checkFormats(playbook);
}

function problemsOf(playbook: Playbook, linter: ReturnType<typeof createLinter>): readonly Problem[] {
  const { problems, failures } = linter.lint({ playbook, config: DEFAULT_LINT_CONFIG, today: TODAY });
  for (const { ruleId, error } of failures) throw new Error(`The rule ${ruleId} failed`, { cause: error });
  return problems;
}

function checkProblem({ ruleId, span, fixes, related }: Problem, text: string): void {
  assertInside(span, text, ruleId);
  for (const { path, span: other } of related) if (path === undefined) assertInside(other, text, `${ruleId}, related`);
  for (const { title, edits } of fixes) {
    for (const edit of edits) assertInside(edit.span, text, `${ruleId}, "${title}"`);
    applyEdits(text, edits);
  }
}

function assertInside({ start, end }: Span, text: string, of: string): void {
  assert.ok(
    start >= 0 && start <= end && end <= text.length,
    `${of}: ${start} to ${end} is inside a text of ${text.length}`,
  );
}

function checkFixAll({ text }: Playbook): void {
  const fixed = allFixed(text);
  assert.ok(fixed.converged, 'the fixes come to an end');
  assert.equal(allFixed(fixed.text).text, fixed.text, 'a page that was fixed has nothing left to fix');
}

function allFixed(text: string): ReturnType<typeof fixAll> {
  const linter = createLinter(allRules);
  let playbook = parsePlaybook({ uri: URI, text });
  return fixAll(text, (next) => problemsOf((playbook = updatePlaybook(playbook, next)), linter));
}

/** Formatting a table changes no character but what draws it, and nothing that readers see. */
function checkFormats(playbook: Playbook): void {
  for (const format of [alignTable, compactTable]) {
    const formatted = applyEdits(
      playbook.text,
      playbook.tables.flatMap((table) => format(playbook, table)),
    );
    assert.equal(withoutDrawing(formatted), withoutDrawing(playbook.text), `${format.name} keeps the text`);
    for (const read of [asGfm, asDocfx])
      assert.equal(
        unnamedChange(read(playbook.text), read(formatted), {}),
        undefined,
        `${format.name} keeps what ${read.name} reads`,
      );
  }
}

/**
 * A text without all that draws its tables: spaces, outer pipes and the length of delimiters. A space of another kind is
 * text, and so is a byte order mark that does not begin the page.
 */
function withoutDrawing(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/^[ \t]*\||(?<!\\)\|[ \t]*$/gm, '')
    .replace(/[ \t]+/g, '')
    .replace(/-+/g, '-');
}
