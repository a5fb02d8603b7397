/** In a language whose words have accents, every word without one is from a page, or bypasses the messages. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORMAT_NAMES } from '../../server/src/cli/formats/index.js';
import { allRules, type Problem, type Rule } from '../../server/src/core/index.js';
import { createFormatter } from '../../server/src/messages/formatting/index.js';
import { runCli } from '../cli/memory-host.js';
import { catalogue } from '../messages/catalogue.js';
import { configFor, lintText } from '../support/lint.js';
import { FULL_CLIENT, TestClient } from '../support/lsp-client.js';
import { BAD_ROW, GOOD_ROW, playbookWith } from '../support/pages.js';
import { root } from '../support/project.js';
import { filesIn, lintFiles } from '../support/workspace-fixture.js';
import { DIALECT, NAMES } from './known-words.js';
import { plainWords, PSEUDO_LOCALE, pseudoTranslations } from './pseudo-locale.js';

const formatter = createFormatter(PSEUDO_LOCALE, pseudoTranslations(catalogue()), assert.fail);
const { format } = formatter;

/** The words of `shown` that are neither in `known` texts nor words of the dialect. */
function unknownWords(shown: string, ...known: readonly string[]): string[] {
  const texts = [...known, DIALECT];
  return [...new Set(plainWords(shown))].filter((word) => !texts.some((text) => text.includes(word)));
}

for (const rule of allRules) {
  test(`all texts of ${rule.meta.id} are messages`, () => {
    for (const [text, problems] of fixturesOf(rule)) {
      const shown = problems.flatMap(({ message, related, fixes }) => [
        format(message),
        ...related.map((one) => format(one.message)),
        ...fixes.map(({ title }) => format(title)),
      ]);
      const inserted = JSON.stringify(problems.flatMap(({ fixes }) => fixes.map(({ edits }) => edits)));
      assert.deepEqual(unknownWords(shown.join('\n'), text, inserted, ...NAMES), []);
    }
  });
}

function* fixturesOf(rule: Rule): Generator<readonly [text: string, problems: readonly Problem[]]> {
  const folder = join(root, 'test/rules', rule.meta.id, 'invalid');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const text = readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.workspace.txt'))
      yield [text, [...lintFiles(filesIn(text), [rule], configFor(rule)).values()].flat()];
    else if (/(?<!\.fixed)\.md$/.test(name)) yield [text, lintText(text, [rule], configFor(rule))];
  }
}

const PAGE = playbookWith(GOOD_ROW, BAD_ROW, BAD_ROW);
const GERMAN_PAGE = playbookWith(GOOD_ROW).replace('# Assess the network', '# Das Netzwerk bewerten');

test('everything that the command line prints is a message', async () => {
  const files = new Map([
    ['/site/pages/a.md', PAGE],
    ['/site/de-de/pages/a.md', GERMAN_PAGE],
    ['/site/docfx.json', '{ "build": { "content": [{ "files": ["**/*.md"] }] } }'],
    ['/site/.playbooklint.json', '{ "rules": { "no-such-rule": "off" }, "preset": 1 }'],
    ['/site/README.md', '# Other\n'],
  ]);
  const known = [
    ...files.keys(),
    ...files.values(),
    ...NAMES,
    'playbook-lint',
    'error warning info hint configuration',
  ].join('\n');
  for (const args of [
    ['.'],
    ['gone.md', '.'],
    ['--fix', '--diff', '.'],
    ['--fix', '.'],
    ['--format', 'full', '.'],
    ['--format', 'github', '.'],
    ['--report', 'translations', '.'],
    ['--no-such-option'],
    ['--format', 'no-such-format'],
    ['--locale', 'fr'],
    ['--max-warnings', 'no-such-number', '.'],
    ['--report', 'no-such-report'],
    ['--output', 'x.csv', '.'],
    ['--stdin', '.'],
    ['--config', 'gone.json', '.'],
    [],
    ['--help'],
  ]) {
    const { stdout, stderr } = await runCli(args, files, { format });
    const printed = `${stdout}${stderr}`.replace(/https:\S+/g, '').replace(/--[a-z-]+(?: [A-Z]+| text\|json)?/g, '');
    assert.deepEqual(
      unknownWords(
        printed,
        known,
        ...args,
        FORMAT_NAMES.join(' '),
        'translations tasks metadata',
        'LC_MESSAGES',
        '[folder]',
      ),
      [],
      args.join(' '),
    );
  }
});

test('everything that the language server says about a page is a message', async () => {
  const uri = 'file:///site/pages/a.md';
  const client = await TestClient.inMemory(
    {
      capabilities: {
        ...FULL_CLIENT,
        textDocument: {
          ...FULL_CLIENT.textDocument,
          hover: { contentFormat: ['markdown'] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        },
      },
      settings: () => ({ codeLens: true, inlayHints: true }),
      files: new Map([[uri, PAGE]]),
    },
    { formatterFor: () => formatter },
  );
  await client.open(uri, PAGE);
  const problems = await client.problems(uri);
  const textDocument = { uri };
  const lines = PAGE.split('\n');
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const answers: unknown[] = [
    problems.map(({ message, relatedInformation }) => [message, relatedInformation]),
    (await client.actions(uri, range)).map(({ title }) => title),
    await client.request('textDocument/codeLens', { textDocument }),
    await client.request('textDocument/inlayHint', { textDocument, range }),
    await client.request('textDocument/documentSymbol', { textDocument }),
  ];
  for (const [line, text] of lines.entries()) {
    for (let character = 0; character <= text.length; character += 4) {
      const { contents } =
        (await client.request<{ contents?: unknown } | null>('textDocument/hover', {
          textDocument,
          position: { line, character },
        })) ?? {};
      answers.push(contents);
    }
    const items = await client.request<{ items?: readonly { detail?: string; documentation?: unknown }[] } | null>(
      'textDocument/completion',
      {
        textDocument,
        position: { line, character: text.length },
      },
    );
    answers.push(items?.items?.map(({ detail, documentation }) => [detail, documentation]));
  }
  await client.stop();
  const shown = answers.flatMap(textsIn).join('\n');
  assert.ok(shown.length > 2000);
  assert.deepEqual(unknownWords(shown, PAGE, uri, ...NAMES), []);
});

/** All texts in an answer that people read, without the names of the protocol. */
function textsIn(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => (PROTOCOL.has(name) ? [] : textsIn(value)));
}

const PROTOCOL: ReadonlySet<string> = new Set(['kind', 'uri', 'command', 'arguments', 'data', 'textEdit', 'edit']);
