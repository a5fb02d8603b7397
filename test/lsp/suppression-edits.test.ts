import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allRules, applyEdits, type Problem } from '../../server/src/core/index.js';
import { suppressionEdit, type SuppressionScope } from '../../server/src/lsp/diagnostics/suppression-edit.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { TODAY } from '../support/lint.js';
import { root } from '../support/project.js';
import { english } from '../support/english.js';
import { asDocfx } from '../support/readers/docfx.js';
import { asGfm } from '../support/readers/gfm.js';
import { unnamedChange } from '../support/readers/page-changes.js';

const URI = 'file:///site/page.md';

for (const scope of ['line', 'file'] as const) {
  test(`a comment for the ${scope} suppresses each problem, and changes nothing else`, async () => {
    const faults: string[] = [];
    suppressed = 0;
    for (const { meta } of allRules) {
      for (const file of pagesOf(meta.id)) {
        const text = readFileSync(file, 'utf8');
        for (const fault of await faultsOn(text, meta.id, scope))
          faults.push(`${file.slice(root.length + 1)}: ${fault}`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(suppressed > 300, `only ${suppressed} problems could be suppressed`);
  });
}

function pagesOf(ruleId: string): string[] {
  const folder = join(root, 'test/rules', ruleId, 'invalid');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && !name.endsWith('.fixed.md'))
    .map((name) => join(folder, name));
}

/** Problems of one rule on one page are alike. */
const PER_PAGE = 2 * Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);

let suppressed = 0;

async function faultsOn(text: string, ruleId: string, scope: SuppressionScope): Promise<string[]> {
  const workspace = new Workspace({
    host: { readText: () => Promise.resolve(undefined), listFiles: () => Promise.resolve(undefined) } as never,
    today: () => TODAY,
  });
  workspace.open(URI, text);
  const check = await workspace.problemsOf(URI);
  if (check?.playbook === undefined) return [];
  const own = check.problems.filter((problem) => problem.ruleId === ruleId).slice(0, PER_PAGE);
  const faults: string[] = [];
  for (const problem of own) {
    const edit = await suppressionEdit(problem, check, workspace, scope);
    const about = `${english(problem.message)} (line ${check.lines.lineAt(problem.span.start) + 1})`;
    // On a fence, between conflict markers or above a label, no comment for one line is possible.
    if (edit === undefined) {
      if (scope === 'file') faults.push(`no comment for ${about}`);
      continue;
    }
    suppressed++;
    const after = applyEdits(text, [edit]);
    for (const read of [asGfm, asDocfx]) {
      const change = unnamedChange(read(withoutYamlComments(text)), read(withoutYamlComments(after)), {});
      if (change !== undefined) faults.push(`${read.name}: ${change}: ${about}`);
    }
    const left = (await workspace.recheck(check, after))?.problems ?? [];
    const before = check.problems.map(nameOf);
    const fresh = left.map(nameOf).filter((name) => !before.includes(name));
    if (fresh.length > 0 || left.length >= before.length) faults.push(`${fresh.join()} after ${about}`);
  }
  return faults;
}

function nameOf({ ruleId, message }: Problem): string {
  return `${ruleId}: ${english(message)}`;
}

/** No reader shows them. */
function withoutYamlComments(text: string): string {
  return text.replace(/^# playbook-?lint-.*\r?\n/gm, '').replace(/ # playbook-?lint-.*/g, '');
}
