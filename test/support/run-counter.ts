import { defineRule, NO_OPTIONS, type Rule } from '../../server/src/core/index.js';

/** A rule that finds nothing and counts how often rules run. `onPage` is called when it checks a page as a whole. */
export function runCounter(onPage: () => void = () => {}): {
  readonly rule: Rule;
  readonly runs: () => number;
  readonly pages: () => number;
} {
  let runs = 0;
  let pages = 0;
  const rule = defineRule({
    meta: {
      id: 'run-counter',
      category: 'link',
      description: 'Counts its runs',
      recommended: 'hint',
      fixable: 'none',
      messages: {},
      options: NO_OPTIONS,
      since: '0',
    },
    row: () => void runs++,
    table: () => void runs++,
    text: () => void runs++,
    frontMatter: () => void runs++,
    playbook: () => {
      runs++;
      pages++;
      onPage();
    },
    workspace: () => void runs++,
    toc: () => void runs++,
  });
  return { rule, runs: () => runs, pages: () => pages };
}
