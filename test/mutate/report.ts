import { LANGUAGE_NAMES } from '../../server/src/core/index.js';
import type { KindGroup } from './kinds/index.js';
import type { Injection, Plan } from './measure.js';
import { kindsTable, table, totalsTable } from './tables.js';
import { HELD_OUT_LANGUAGES } from './workspaces.js';

/** The page docs/accuracy.md. */
export function accuracyPage(groups: readonly KindGroup[], injections: readonly Injection[], plan: Plan): string {
  const count = plan.kinds.length;
  const harmless = plan.kinds.filter((kind) => kind.harmless === true).length;
  const languages = HELD_OUT_LANGUAGES.map((language) => LANGUAGE_NAMES[language]).join(' and ');
  return `# Accuracy

How well the problems and quick fixes match the mistakes that authors make.
\`npm run mutate -- --report\` writes this page. Don't edit it.

## What is measured

Each of ${count} kinds of mistakes is made up to ${plan.perKind} times in each set of clean playbooks, one mistake at a time. The language server that ships then checks the page, with the other pages of its folder around it, and lists the quick fixes, as in an editor.

| Measure | Meaning |
|---|---|
| Injections | How many mistakes were made. There are fewer if the pages have fewer places for one |
| Found | A new problem is on the line of the mistake. Where something is missing, the lines around the gap count. Percent |
| Error or warning | The problem is an error or a warning. Percent |
| Cascade | How many new problems are on other lines: the median, and in parentheses the 90th percentile |
| Fix 1 | The first quick fix restores the page, apart from padding, blank lines, and column alignment. Percent |
| Fix 3 | One of the first three quick fixes does. Percent |
| Wrong | The first quick fix changes words, but leads neither to the original page nor part of the way to it. Percent |
| No fix | There is a problem, but no quick fix. Percent |
| Unsafe | How many safe or preferred fixes do so |

The problems of a mistake are taken with errors first, and the fixes of a problem in the order in which editors show them, with preferred fixes first.
${harmless} kinds are harmless, because readers see the same page. They don't count in the totals.

The pages are in two sets. The training set is for work on rules. The held-out set shows whether that work helps on other pages too: all pages in ${languages}, and about a quarter of the others, chosen by a hash of their file names. Each set has other random numbers.

## How to run it again

\`\`\`sh
npm run mutate                                      # prints the tables
npm run mutate -- --report                          # also writes this page
npm run mutate -- --kind mo-cyrillic --list         # every mistake of a kind, its problems, and its fixes
\`\`\`

The same seed and pages give the same figures. This page has those of seed ${plan.seed}, with the pages in \`samples\` and \`test/mutate/pages\` that have no errors and warnings, on a fixed date.
The variable \`PLAYBOOK_CORPUS\` names a folder of more pages, whose figures are only printed.

## Totals

${totalsTable(injections)}

## Kinds

Each cell has the figure of the training set, then that of the held-out set.

${groups.map((group) => `### ${group.name}\n\n${kindsTable(group, injections)}`).join('\n\n')}

## What the kinds are

${table(
  ['Kind', 'What happens'],
  plan.kinds.map(({ id, describe }) => [`\`${id}\``, describe]),
).replace('--:|', '---|')}
`;
}
