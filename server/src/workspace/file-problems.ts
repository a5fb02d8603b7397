import { CONFIGURATION_PROBLEM, docsUrl, type Problem, type RuleId, type Severity, type Span } from '../core/index.js';

/** The problems that are about a file as a whole and come from no rule. They can be neither configured nor silenced. */
export type FileProblemId = 'file-encoding' | 'file-not-text' | 'file-too-large' | 'too-many-problems';

const FILE_PROBLEM_IDS: ReadonlySet<string> = new Set([
  'file-encoding',
  'file-not-text',
  'file-too-large',
  'too-many-problems',
] satisfies FileProblemId[]);

/** Whether the id is that of a rule, which can be silenced; not of a problem with the file or the configuration. */
export function isRuleProblem({ ruleId }: Problem): boolean {
  return ruleId !== CONFIGURATION_PROBLEM && !FILE_PROBLEM_IDS.has(ruleId);
}

/** Where to read about a problem: its rule's page, or the page on configuration for those that have no rule. */
export function pageOf(ruleId: RuleId): string {
  if (ruleId === CONFIGURATION_PROBLEM) return new URL('../configuration.md', docsUrl('x')).href;
  return FILE_PROBLEM_IDS.has(ruleId) ? new URL(`../configuration.md#${ruleId}`, docsUrl('x')).href : docsUrl(ruleId);
}

/** The text is longer than `limit` UTF-16 code units, and so was not checked at all. */
export function tooLarge(limit: number): Problem {
  return fileProblem(
    'file-too-large',
    'error',
    `The file is larger than ${Math.round(limit / 1_000_000)} MB, so it isn't checked`,
    { start: 0, end: 0 },
  );
}

/** The file is UTF-16; what builds the pages reads UTF-8. */
export function utf16(): Problem {
  return fileProblem('file-encoding', 'error', 'The file is UTF-16. Save it as UTF-8', { start: 0, end: 0 });
}

/** What is wrong with the characters of `text`, if it is anything: no text at all, or some that were lost. */
export function characterProblem(text: string): Problem | undefined {
  const nul = text.indexOf('\0');
  if (nul !== -1)
    return fileProblem(
      'file-not-text',
      'error',
      "The file contains a NUL character, so it isn't a UTF-8 text file and isn't checked",
      { start: nul, end: nul + 1 },
    );
  const lost = text.indexOf('\uFFFD');
  if (lost === -1) return undefined;
  return fileProblem(
    'file-encoding',
    'error',
    "A character was lost here: the file isn't UTF-8, or it was once saved in another encoding",
    { start: lost, end: lost + 1 },
  );
}

/** Stands in for `count` problems that were left out. On the first line, where it is seen. */
export function tooManyProblems(count: number, firstLine: Span): Problem {
  return fileProblem(
    'too-many-problems',
    'info',
    `${count} more problems in this file aren't shown (setting playbook.maxProblems)`,
    firstLine,
  );
}

function fileProblem(ruleId: FileProblemId, severity: Severity, message: string, span: Span): Problem {
  return { ruleId, messageId: ruleId, message, severity, span, tags: [], related: [], fixes: [] };
}
