import type { PreviewProblem } from '../../src/common/preview/messages';

export type Severity = PreviewProblem['severity'];

/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** The worst of some problems; `undefined` for none. */
export function worstOf(problems: readonly PreviewProblem[]): Severity | undefined {
  return SEVERITIES.find((severity) => problems.some((problem) => problem.severity === severity));
}

/** The least is the worst: by the severity, then by how many there are. `undefined` for no problems. */
export function problemRank(problems: readonly PreviewProblem[]): number | undefined {
  const worst = worstOf(problems);
  if (worst === undefined) return undefined;
  const same = problems.filter(({ severity }) => severity === worst).length;
  return SEVERITIES.indexOf(worst) - same / (same + 1);
}

/** The worst first; those of one severity as they stand in the row. */
export function sortedProblems(problems: readonly PreviewProblem[]): readonly PreviewProblem[] {
  return [...problems].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
