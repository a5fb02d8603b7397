import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../support/project.js';

/** A path of the repository in a text, such as `server/src/core`. Paths with placeholders are examples. */
const PATH = /`((?:client|server|test|scripts|syntaxes|snippets)\/[^`\s<>*{}…]*)`/g;
/** Pages that are named as examples of what a contributor adds. */
const EXAMPLES = ['fr.ts', 'fr.json', 'task-name-full-stop'];

const pages = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/dialect.md',
  'docs/style.md',
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
];

for (const page of pages) {
  test(`the paths in ${page} exist`, () => {
    const paths = [...readFileSync(join(root, page), 'utf8').matchAll(PATH)].map(([, path = '']) => path);
    const missing = paths.filter(
      (path) => !EXAMPLES.some((example) => path.includes(example)) && !existsSync(join(root, path)),
    );
    assert.deepEqual(missing, []);
  });
}
