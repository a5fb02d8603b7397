import type { PreviewProblem } from '../protocol/messages';

export type Severity = PreviewProblem['severity'];

/** Most severe first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The most severe of the problems; `undefined` if there are none. */
export function worstOf(problems: readonly PreviewProblem[]): Severity | undefined {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity));
}

/** Lower is worse: by severity, then by number of problems. `undefined` if there are no problems. */
export function problemRank(problems: readonly PreviewProblem[]): number | undefined {
  const worst = worstOf(problems);
  if (worst === undefined) return undefined;
  const same = problems.filter(({ severity }) => severity === worst).length;
  return SEVERITIES.indexOf(worst) - same / (same + 1);
}

/** Most severe first; problems of the same severity in the order of the row. */
export function sortedProblems(problems: readonly PreviewProblem[]): readonly PreviewProblem[] {
  return [...problems].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
