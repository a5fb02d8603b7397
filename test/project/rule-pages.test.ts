import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { allRules, type Rule } from '../../server/src/core/index.js';
import { configFor, lintText } from '../support/lint.js';
import { root } from '../support/project.js';
import { filesIn, isWorkspaceText, lintFiles } from '../support/workspace-fixture.js';

/** The headings of a rule's page, in order. */
const HEADINGS = ['Why', 'Problem', 'Fixed', 'Options', 'When not to use it', 'See also'];

test('the list of rules is sorted and names each file in the folder', () => {
  const ids = allRules.map(({ meta }) => meta.id);
  assert.deepEqual(ids, [...ids].sort());
  const files = readdirSync(join(root, 'server/src/core/rules')).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts',
  );
  assert.deepEqual(files.map((file) => file.replace(/\.ts$/, '')).sort(), ids);
});

test('every page and every fixture belongs to a rule', () => {
  const ids = new Set(allRules.map(({ meta }) => meta.id));
  const pages = readdirSync(join(root, 'docs/rules'))
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
  const fixtures = readdirSync(join(root, 'test/rules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(
    [...pages, ...fixtures].filter((id) => !ids.has(id)),
    [],
  );
});

for (const rule of allRules) {
  describe(`the page of ${rule.meta.id}`, () => {
    const file = join(root, 'docs/rules', `${rule.meta.id}.md`);
    const page = existsSync(file) ? readFileSync(file, 'utf8') : '';

    test('starts with the header of the rule', () =>
      assert.ok(page.startsWith(headerOf(rule)), `docs/rules/${rule.meta.id}.md must start with:\n${headerOf(rule)}`));

    test('has the expected headings in order', () => {
      const headings = [...withoutCode(page).matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
      assert.deepEqual(
        headings,
        HEADINGS.filter((heading) => headings.includes(heading)),
      );
      for (const heading of HEADINGS.slice(0, 4)) assert.ok(headings.includes(heading), `"## ${heading}" is missing`);
    });

    test('shows examples with a problem, and fixed examples without one', () => {
      const problems = (heading: string): number[] =>
        examplesUnder(page, heading).map((text) => countProblems(text, rule));
      assert.ok(
        problems('Problem').length > 0 && problems('Problem').every((count) => count > 0),
        'an example under "Problem" has no problem',
      );
      assert.ok(
        problems('Fixed').length > 0 && problems('Fixed').every((count) => count === 0),
        'an example under "Fixed" has a problem',
      );
    });

    test('names every option', () => {
      const options = /## Options\n([^]*?)(?=\n## |$)/.exec(withoutCode(page))?.[1] ?? '';
      const names = Object.keys(rule.meta.options.properties);
      for (const option of names) assert.ok(options.includes(`\`${option}\``), `option ${option} is not explained`);
      if (names.length === 0) assert.match(options, /None/);
    });
  });
}

/** The start of a rule's page. */
export function headerOf({ meta }: Rule): string {
  const severity = meta.recommended === 'off' ? 'Off unless configured' : `Severity: ${meta.recommended}`;
  const fix = {
    safe: 'fixed by fix-all',
    suggestion: 'fix suggested',
    both: 'fixed by fix-all where that is safe, else fix suggested',
    none: 'no fix',
  }[meta.fixable];
  return `# ${meta.id}\n\n${meta.description}.\n\n${severity} · ${fix} · since ${meta.since}\n`;
}

/** The number of problems in an example: one page, or several files with a line `==> name <==` above each. */
function countProblems(example: string, rule: Rule): number {
  if (!isWorkspaceText(example)) return lintText(example, [rule], configFor(rule)).length;
  return [...lintFiles(filesIn(example), [rule], configFor(rule)).values()].flat().length;
}

/** The page without its examples, which may contain headings. */
function withoutCode(page: string): string {
  return page.replace(/^(`{3,})[^]*?^\1$/gm, '');
}

function examplesUnder(page: string, heading: string): string[] {
  const section = new RegExp(`## ${heading}\\n([^]*?)(?=\\n## (?:${HEADINGS.join('|')})\\n|$)`).exec(page)?.[1] ?? '';
  return [...section.matchAll(/^(`{3,})markdown\n([^]*?)^\1$/gm)].map((match) => match[2] ?? '');
}
