import assert from 'node:assert/strict';
import { test } from 'node:test';
import ts from 'typescript';
import { bypassingTexts } from './bypassing-texts.js';
import { sources } from './sources.js';

/** Folders and files whose texts are data, not sentences for people. */
const DATA: readonly string[] = [
  // Words of pages, in the languages of pages.
  'server/src/core/vocabulary/',
  // The contents and columns of exported files, which are English in every locale, so that they can be imported again.
  'server/src/core/reports/task-report.ts',
  'server/src/core/reports/translation-findings.ts',
  'server/src/core/reports/task-tables.ts',
  'server/src/core/reports/translation-tables.ts',
  'server/src/workspace/reports.ts',
  // The headings of the files with help, which are English in every locale.
  'server/src/rule-help/rule-help.ts',
  // The JSON schema, which is a file in English.
  'server/src/core/config/schema.ts',
  // Descriptions and results of tools, which models read, in English in every locale.
  'server/src/agent-tools/',
  'server/src/mcp/',
  'server/src/lsp/handlers/agent-tools.ts',
  // Answers to clients that break the protocol, for their programmers.
  'server/src/lsp/session/lifecycle.ts',
  'server/src/lsp/session/params.ts',
];

test('every text for people is a message', () => {
  const found = sources()
    .filter(({ file }) => !DATA.some((data) => file.startsWith(data)))
    .flatMap(bypassingTexts);
  assert.deepEqual(found, []);
});

test('only our own mechanism is used', () => {
  const others = sources().filter(({ tree }) => /\bl10n\b/.test(tree.text));
  assert.deepEqual(
    others.map(({ file }) => file),
    [],
  );
});

test('texts outside of messages are found', () => {
  const found = (code: string): string[] =>
    bypassingTexts({
      file: 'a.tsx',
      tree: ts.createSourceFile('a.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
    });
  for (const code of [
    "report('The page is empty');",
    'const title = `Delete $' + '{name} and its rows`;',
    'const title = `$' + '{count} rows were changed`;',
    "throw new UsageError('No files specified');",
    'const view = <p>Nothing to show</p>;',
    'const view = <p title="Show in editor" />;',
    'const view = <button aria-label="Close" />;',
    "const item = { label: 'Refresh' };",
    "const reason = 'not shown on GitHub';",
    'const view = <b>Refresh</b>;',
  ])
    assert.equal(found(code).length, 1, code);
  for (const code of [
    "const texts = defineMessages('x', { empty: 'The page is empty' });",
    "const meta = { id: 'x', messages: { empty: 'The page is empty' } };",
    "throw new Error('The caller has to check this');",
    "connection.console.error('The index failed');",
    "logFailure('Reading the index', error);",
    'const view = <p class="cell is-open" />;',
    "import x from './The page';",
    "type Name = 'Task Name';",
    "// The page is empty\nconst separator = ' and ';",
  ])
    assert.deepEqual(found(code), [], code);
});
