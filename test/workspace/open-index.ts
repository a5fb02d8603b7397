import assert from 'node:assert/strict';
import { allRules, defineRule, NO_OPTIONS, type Rule } from '../../server/src/core/index.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { MemoryFiles } from '../support/memory-files.js';

export const SITE = 'file:///site';
export const A = `${SITE}/a.md`;
export const B = `${SITE}/b.md`;
export const C = `${SITE}/c.md`;

export const row = (id: string, name = 'Check the network', letter = 'M'): string =>
  `| ${id} | ${name} | ${letter} | FastTrack Engineer | Exchange |`;

interface Setup {
  readonly host: MemoryFiles;
  readonly folders?: readonly string[];
  readonly rules?: readonly Rule[];
}

export async function opened({
  host,
  folders = [SITE],
  rules = allRules,
}: Setup): Promise<{ workspace: Workspace; changes: () => number }> {
  let changes = 0;
  const workspace = new Workspace({ host, today: () => '2026-11-21', rules });
  workspace.onDidChange(({ kind }) => {
    if (kind === 'index') changes++;
  });
  workspace.setFolders(folders);
  assert.ok(await workspace.indexed());
  return { workspace, changes: () => changes };
}

/** Reports each task of the page with how many pages have it, and counts how often it ran on which page. */
export function countingRule(runs: string[]): Rule {
  return defineRule({
    meta: {
      id: 'count',
      category: 'link',
      description: 'Counts',
      recommended: 'hint',
      fixable: 'none',
      messages: { count: '{id} is on {pages} pages' },
      options: NO_OPTIONS,
      since: '0',
    },
    workspace({ summary, index, report }) {
      runs.push(summary.path);
      for (const { start, value } of summary.tasks) {
        report({
          messageId: 'count',
          data: { id: value.id.value, pages: index.usesOf(value.id.value).length },
          span: { start, end: start + value.length },
        });
      }
    },
  });
}
