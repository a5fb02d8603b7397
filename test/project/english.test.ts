// Texts that users read avoid the words on the list in docs/style.md.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const STYLE = 'docs/style.md';
/** Files and folders whose texts are shipped or read by authors and developers. */
const SHIPPED = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'package.json',
  'package.nls.json',
  'docs',
  'agents',
  'snippets',
  'client',
  'server/src',
];

/** The phrases in the first column of the table. */
function phrasesToAvoid(): string[] {
  const rows = readFileSync(STYLE, 'utf8').match(/^\| `.*$/gm) ?? [];
  return rows.flatMap((row) =>
    Array.from(row.split('|')[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, phrase = '']) => phrase),
  );
}

function filesIn(path: string): string[] {
  if (extname(path) !== '') return [path];
  return readdirSync(path, { recursive: true }).map((name) => join(path, String(name)));
}

/** All of a document; of code the strings, without regular expressions and comments. */
function textsOf(path: string): string[] {
  const content = readFileSync(path, 'utf8');
  return /\.tsx?$/.test(path) ? stringsIn(path, content) : [content];
}

function stringsIn(path: string, content: string): string[] {
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) strings.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest, false));
  return strings;
}

test('the list of words to avoid is read from the style guide', () => {
  assert.ok(phrasesToAvoid().includes('mended'));
  assert.ok(phrasesToAvoid().length > 20);
});

test('no shipped text uses a word on the list', () => {
  const phrases = new RegExp(`(?<![\\w-])(?:${phrasesToAvoid().join('|')})(?![\\w-])`, 'giu');
  const found = SHIPPED.flatMap(filesIn)
    .filter((path) => /\.(?:md|json|tsx?)$/.test(path) && path !== STYLE)
    .flatMap((path) => textsOf(path).flatMap((text) => uses(text, phrases).map((use) => `${path}: ${use}`)));
  assert.deepEqual(found, []);
});

/** Each use with its context. */
function uses(text: string, phrases: RegExp): string[] {
  return Array.from(text.matchAll(phrases), ({ 0: { length }, index }) =>
    text.slice(Math.max(0, index - 30), index + length + 30).replace(/\s+/g, ' '),
  );
}
