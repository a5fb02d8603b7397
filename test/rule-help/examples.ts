import type { Rule } from '../../server/src/core/index.js';
import { readRuleHelp, type Section } from '../../server/src/rule-help/index.js';
import { configFor, lintText } from '../support/lint.js';
import { filesIn, isWorkspaceText, lintFiles } from '../support/workspace-fixture.js';

/** What is wrong with the examples of a rule, in words. Empty if nothing is. */
export function exampleMistakes(help: string, rule: Rule): string[] {
  const problemsIn = (section: Section): number[] =>
    examplesIn(readRuleHelp(help).get(section) ?? '').map((example) => countProblems(example, rule));
  const [broken, fixed] = [problemsIn('Problem'), problemsIn('Fixed')];
  return [
    ...(broken.length === 0 ? ['has no example under "Problem"'] : []),
    ...(broken.includes(0) ? ['has an example without a problem under "Problem"'] : []),
    ...(fixed.length === 0 ? ['has no example under "Fixed"'] : []),
    ...(fixed.some((count) => count > 0) ? ['has an example with a problem under "Fixed"'] : []),
  ];
}

/** The number of problems in an example: one page, or several files with a line `==> name <==` above each. */
function countProblems(example: string, rule: Rule): number {
  if (!isWorkspaceText(example)) return lintText(example, [rule], configFor(rule)).length;
  return [...lintFiles(filesIn(example), [rule], configFor(rule)).values()].flat().length;
}

function examplesIn(section: string): string[] {
  return [...section.matchAll(/^(`{3,})markdown\n([^]*?)^\1$/gm)].map((match) => match[2] ?? '');
}
