import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playbookWith } from '../../support/pages.js';
import type { MemoryFiles, RunOptions } from '../memory-host.js';
import { edited, FIXABLE, pageWithErrors, problemsIn, runFormat, SITE, siteWith, unreadable } from './awkward-site.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range: Range };
  readonly severity: string;
  readonly code: { readonly value: string; readonly url: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

async function rdjson(argv: readonly string[], files: MemoryFiles, options?: RunOptions): Promise<Diagnostic[]> {
  const { stdout } = await runFormat('rdjson', argv, files, options);
  const { source, diagnostics } = JSON.parse(stdout) as { source: object; diagnostics: Diagnostic[] };
  assert.deepEqual(source, { name: 'playbook-lint' }, 'no address as long as the project has none');
  return diagnostics;
}

/** Positions as reviewdog reads them: lines of bytes. */
function offsetOf(bytes: Buffer, { line, column }: Position): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = bytes.indexOf('\n', start) + 1;
  return start + column - 1;
}

function bytesIn(text: string, { start, end }: Range): string {
  const bytes = Buffer.from(text);
  return bytes.subarray(offsetOf(bytes, start), offsetOf(bytes, end)).toString();
}

function replaced(text: string, { start, end }: Range, newText: string): string {
  const bytes = Buffer.from(text);
  return Buffer.concat([
    bytes.subarray(0, offsetOf(bytes, start)),
    Buffer.from(newText),
    bytes.subarray(offsetOf(bytes, end)),
  ]).toString();
}

test('columns count bytes of UTF-8, and suggestions do what the fixes do', async () => {
  const diagnostics = await rdjson(['.'], siteWith());
  for (const [path, problems] of await problemsIn(['.'], siteWith())) {
    const text = SITE[`/site/${path}`] ?? '';
    const own = diagnostics.filter(({ location }) => location.path === path);
    assert.equal(own.length, problems.length, path);
    for (const [index, problem] of problems.entries()) {
      const diagnostic = own[index];
      assert.ok(diagnostic);
      assert.deepEqual(diagnostic.code, { value: problem.ruleId, url: problem.docsUrl });
      assert.equal(diagnostic.message, problem.message);
      const line = text.split('\n')[problem.line - 1] ?? '';
      assert.equal(problem.line, problem.endLine);
      assert.equal(
        bytesIn(text, diagnostic.location.range),
        line.slice(problem.column - 1, problem.endColumn - 1),
        problem.message,
      );
      assert.deepEqual(
        (diagnostic.suggestions ?? []).map(({ range, text: newText }) => replaced(text, range, newText)),
        problem.fixes.map(({ edits }) => edited(text, edits)),
      );
    }
  }
});

test('severities', async () => {
  const files = (severity: string): MemoryFiles =>
    new Map([
      ['/site/a.md', FIXABLE],
      ['/site/.playbooklint.json', `{"rules": {"task-mo-letter": "${severity}"}}`],
    ]);
  for (const [severity, expected] of [
    ['error', 'ERROR'],
    ['warning', 'WARNING'],
    ['info', 'INFO'],
    ['hint', 'INFO'],
  ] as const)
    assert.deepEqual(
      (await rdjson(['.'], files(severity))).map((diagnostic) => diagnostic.severity),
      [expected],
    );
});

test('a fix with several edits is one suggestion, unless it spans too many lines', async () => {
  const page = playbookWith('| 1235 | Check the proxy | M | FastTrack Engineer | Exchange |')
    .replaceAll('\n|', '\n\t|')
    .replace('\n\t| 1235', '\n| 1235');
  for (const text of [page, pageWithErrors(30)]) {
    const files = new Map([['/site/a.md', text]]);
    const problems = (await problemsIn(['.'], files)).get('a.md') ?? [];
    for (const [index, { suggestions = [] }] of (await rdjson(['.'], files)).entries()) {
      const fixes = (problems[index]?.fixes ?? []).filter(({ edits }) => {
        const [first, last] = [edits[0], edits.at(-1)];
        return first !== undefined && last !== undefined && last.endLine - first.line < 10;
      });
      assert.deepEqual(
        suggestions.map(({ range, text: newText }) => replaced(text, range, newText)),
        fixes.map(({ edits }) => edited(text, edits)),
      );
    }
  }
});

test('no problems, standard input, unreadable files', async () => {
  assert.deepEqual(await rdjson(['clean.md'], siteWith()), []);
  const [named] = await rdjson(['--stdin', '--stdin-filename', 'de/x.md'], new Map(), { stdin: FIXABLE });
  assert.equal(named?.location.path, 'de/x.md');
  assert.equal((await rdjson(['.'], siteWith({ '/site/locked.md': unreadable }))).length > 0, true);
});
