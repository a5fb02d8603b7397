import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allRules, applyEdits, fixAll, isPlaybook, parsePlaybook, type Problem, type Rule } from '../../server/src/core/index.js';
import { configFor, lintText } from '../support/lint.js';
import { printChoices } from '../support/print-choices.js';
import { printProblems } from '../support/print-problems.js';
import { root } from '../support/project.js';
import { filesIn, lintFiles, printFiles, printFound, type FileTexts } from '../support/workspace-fixture.js';
import { english } from '../support/english.js';

const update = process.env['UPDATE_FIXTURES'] === '1';

/** Every rule against its fixtures: what it must report, what it must fix, and what it must not report. */
for (const rule of allRules) {
  const folder = join(root, 'test/rules', rule.meta.id);
  const valid = pagesIn(join(folder, 'valid'));
  const invalid = pagesIn(join(folder, 'invalid'));
  const validWorkspaces = workspacesIn(join(folder, 'valid'));
  const invalidWorkspaces = workspacesIn(join(folder, 'invalid'));
  const problemsIn = (text: string): Problem[] => lintText(text, [rule], configFor(rule));

  describe(rule.meta.id, () => {
    test('has valid and invalid fixtures', () => {
      assert.ok(valid.length + validWorkspaces.length > 0, `${folder}/valid has no *.md and no *.workspace.txt`);
      assert.ok(invalid.length + invalidWorkspaces.length > 0, `${folder}/invalid has no *.md and no *.workspace.txt`);
    });

    for (const file of validWorkspaces) {
      test(`reports nothing in ${name(file)}`, () => {
        const text = readFileSync(file, 'utf8');
        for (const form of [text, withCrLf(text)]) assert.equal(printWorkspace(rule, filesIn(form)), '');
      });
    }

    for (const file of invalidWorkspaces) {
      test(`reports problems in ${name(file)}`, () => checkInvalidWorkspace(rule, file));
    }

    for (const file of valid) {
      test(`reports nothing in ${name(file)}`, () => {
        const text = readFileSync(file, 'utf8');
        assert.deepEqual(problemsIn(text), []);
        assert.deepEqual(problemsIn(withCrLf(text)), []);
      });
    }

    for (const file of invalid) {
      test(`reports problems in ${name(file)}`, () => checkInvalid(rule, file, problemsIn));
    }
  });
}

function checkInvalid(rule: Rule, file: string, problemsIn: (text: string) => Problem[]): void {
  const text = readFileSync(file, 'utf8');
  const problems = problemsIn(text);
  assert.ok(problems.length > 0, 'nothing is reported');
  assert.ok(isPlaybook(parsePlaybook({ uri: '', text })) || rule.meta.id.startsWith('front-matter'), 'the page is not a playbook');
  expectFile(file.replace(/\.md$/, '.expected.txt'), printProblems(text, problems));
  for (const { span, fixes, related } of problems) {
    for (const one of [span, ...related.map((r) => r.span), ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span))]) {
      assert.ok(0 <= one.start && one.start <= one.end && one.end <= text.length, `a span lies outside the text: ${JSON.stringify(one)}`);
    }
  }

  const fixed = fixAll(text, problemsIn);
  assert.ok(fixed.converged, "the fixes don't converge");
  const fixedFile = file.replace(/\.md$/, '.fixed.md');
  if (fixed.text !== text || existsSync(fixedFile)) expectFile(fixedFile, fixed.text);
  assert.equal(fixAll(fixed.text, problemsIn).text, fixed.text, 'fixing twice changes more');

  checkFixable(rule, problems);
  checkChoices(file.replace(/\.md$/, '.choices.txt'), printChoices(text, problems));
  for (const problem of problems) checkEachFix(text, problem, problemsIn);
  checkOtherForms(text, fixed.text, problems, problemsIn);
}

/** The same for a rule that checks several files, which are in one text. */
function checkInvalidWorkspace(rule: Rule, file: string): void {
  const files = filesIn(readFileSync(file, 'utf8'));
  const found = lintFiles(files, [rule], configFor(rule));
  const problems = [...found.values()].flat();
  assert.ok(problems.length > 0, 'nothing is reported');
  checkFixable(rule, problems);
  expectFile(file.replace(/\.workspace\.txt$/, '.expected.txt'), printFound(files, found));
  const relintAll = (path: string, next: string): Problem[] => [...(lintFiles(new Map([...files, [path, next]]), [rule], configFor(rule)).get(path) ?? [])];
  checkChoices(file.replace(/\.workspace\.txt$/, '.choices.txt'), [...found].map(([path, own]) => printChoices(files.get(path) ?? '', own)).filter((choices) => choices !== '').join('\n'));
  for (const [path, own] of found) for (const problem of own) checkEachFix(files.get(path) ?? '', problem, (next) => relintAll(path, next));

  const fixed = new Map(files);
  for (const [path, text] of files) {
    const result = fixAll(text, (next) => relintAll(path, next));
    assert.ok(result.converged, "the fixes don't converge");
    fixed.set(path, result.text);
  }
  const fixedFile = file.replace(/\.workspace\.txt$/, '.fixed.txt');
  if (printFiles(fixed) !== printFiles(files) || existsSync(fixedFile)) expectFile(fixedFile, printFiles(fixed));

  const messages = (all: ReadonlyMap<string, readonly Problem[]>): string[] => [...all.values()].flat().map(({ message }) => english(message));
  const inCrLf = new Map([...files].map(([path, text]) => [path, withCrLf(text)]));
  assert.deepEqual(messages(lintFiles(inCrLf, [rule], configFor(rule))), messages(found), 'CRLF changes what is found');
}

function printWorkspace(rule: Rule, files: FileTexts): string {
  return printFound(files, lintFiles(files, [rule], configFor(rule)));
}

/** The fixes are consistent with `meta.fixable`. */
function checkFixable({ meta }: Rule, problems: readonly Problem[]): void {
  const allowed = meta.fixable === 'both' ? ['safe', 'suggestion'] : [meta.fixable];
  for (const fix of problems.flatMap(({ fixes }) => fixes)) assert.ok(allowed.includes(fix.applicability), `a ${fix.applicability} fix, but fixable is ${meta.fixable}`);
}

/** The result of each suggestion, for the fixtures with a `*.choices.txt`. To add one, create an empty file. */
function checkChoices(file: string, choices: string): void {
  if (existsSync(file)) expectFile(file, choices);
}

/** A fix changes the page, doesn't mix line endings, and makes its problem disappear or occur less often. */
function checkEachFix(text: string, problem: Problem, problemsIn: (text: string) => Problem[]): void {
  const { fixes } = problem;
  const message = english(problem.message);
  const saying = (page: string): number => problemsIn(page).filter((problem) => english(problem.message) === message).length;
  const before = saying(text);
  for (const fix of fixes) {
    const { edits } = fix;
    const title = english(fix.title);
    const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    for (const [index, { span }] of ordered.entries()) assert.ok(span.start >= (ordered[index - 1]?.span.end ?? 0), `${message}: the edits of "${title}" overlap`);
    const fixed = applyEdits(text, edits);
    assert.notEqual(fixed, text, `${message}: "${title}" changes nothing`);
    if (/\r\n/.test(text) && !/(?<!\r)\n/.test(text)) assert.doesNotMatch(fixed, /(?<!\r)\n/, `${message}: "${title}" mixes line endings`);
    assert.ok(saying(fixed) < before, `${message}: "${title}" doesn't fix it`);
  }
  assert.ok(fixes.every(({ isPreferred }, index) => isPreferred !== true || index === 0), `${message}: the preferred fix is not the first`);
}

/** Line endings and a byte order mark change positions, but never what is found or fixed. */
function checkOtherForms(text: string, fixedText: string, problems: readonly Problem[], problemsIn: (text: string) => Problem[]): void {
  const messages = (found: readonly Problem[]): string[] => found.map(({ message }) => english(message));
  if (!text.includes('\r')) {
    assert.deepEqual(messages(problemsIn(withCrLf(text))), messages(problems), 'CRLF changes what is found');
    assert.equal(fixAll(withCrLf(text), problemsIn).text, withCrLf(fixedText), 'CRLF changes what is fixed');
    const inCrLf = problemsIn(withCrLf(text));
    assert.equal(printChoices(withCrLf(text), inCrLf), printChoices(text, problems), 'CRLF changes what a suggestion does');
  }
  if (!text.startsWith('\uFEFF')) assert.deepEqual(messages(problemsIn(`\uFEFF${text}`)), messages(problems), 'a byte order mark changes what is found');
  for (let end = 0; end < text.length; end += Math.max(1, text.length >> 6)) problemsIn(text.slice(0, end));
}

function expectFile(file: string, actual: string): void {
  if (update) writeFileSync(file, actual);
  assert.equal(actual, existsSync(file) ? readFileSync(file, 'utf8') : '', `${name(file)} (npm test -- --update rewrites it)`);
}

function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => entry.endsWith('.md') && !entry.endsWith('.fixed.md'))
    .map((entry) => join(folder, entry));
}

function workspacesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => entry.endsWith('.workspace.txt'))
    .map((entry) => join(folder, entry));
}

function name(file: string): string {
  return file.slice(root.length + 1);
}

function withCrLf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
