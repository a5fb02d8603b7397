import type { ReportedProblem } from './formats/report.js';

/** Counts problems that are the same: the same rule at the same text. Each can be taken as often as it was counted. */
export class KnownProblems {
  readonly #counts = new Map<string, number>();

  constructor(problems: Iterable<Pick<ReportedProblem, 'ruleId' | 'fingerprint'>> = []) {
    for (const problem of problems) this.add(problem, 1);
  }

  add(problem: Pick<ReportedProblem, 'ruleId' | 'fingerprint'>, count: number): void {
    const key = keyOf(problem);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** Returns whether the problem is known. */
  take(problem: Pick<ReportedProblem, 'ruleId' | 'fingerprint'>): boolean {
    const key = keyOf(problem);
    const count = this.#counts.get(key) ?? 0;
    if (count > 0) this.#counts.set(key, count - 1);
    return count > 0;
  }

  /** The number of different problems that were not taken as often as they were counted. */
  get left(): number {
    return [...this.#counts.values()].filter((count) => count > 0).length;
  }
}

function keyOf({ ruleId, fingerprint }: Pick<ReportedProblem, 'ruleId' | 'fingerprint'>): string {
  return `${ruleId} ${fingerprint}`;
}
