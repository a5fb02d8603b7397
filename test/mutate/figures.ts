import type { Injection, Result } from './measure.js';

/** The results of several injections together. Shares are in percent. */
export interface Figures {
  readonly count: number;
  readonly found: number;
  readonly severe: number;
  readonly cascadeMedian: number;
  readonly cascade90: number;
  readonly firstRight: number;
  readonly oneOfThreeRight: number;
  readonly firstWrong: number;
  readonly noFix: number;
  /** How many safe or preferred fixes made other words. */
  readonly unsafe: number;
}

export function figuresOf(injections: readonly Injection[]): Figures {
  const results = injections.map(({ result }) => result);
  const share = (of: (result: Result) => boolean): number =>
    results.length === 0 ? 0 : (100 * results.filter(of).length) / results.length;
  const cascades = results.map(({ cascade }) => cascade).sort((a, b) => a - b);
  return {
    count: results.length,
    found: share(({ isFound }) => isFound),
    severe: share(({ isSevere }) => isSevere),
    cascadeMedian: percentile(cascades, 50),
    cascade90: percentile(cascades, 90),
    firstRight: share(({ isFirstRight }) => isFirstRight),
    oneOfThreeRight: share(({ isOneOfThreeRight }) => isOneOfThreeRight),
    firstWrong: share(({ isFirstWrong }) => isFirstWrong),
    noFix: share(({ hasNoFix }) => hasNoFix),
    unsafe: results.reduce((sum, { unsafe }) => sum + unsafe.length, 0),
  };
}

/** The smallest value that at least `percent` of all values don't exceed. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
