/** Many measurements of the same thing. */
export interface Sample {
  readonly median: number;
  /** Only one measurement in twenty is higher. */
  readonly p95: number;
  readonly count: number;
}

export function sampleOf(values: readonly number[]): Sample {
  return { median: percentile(values, 0.5), p95: percentile(values, 0.95), count: values.length };
}

/** The smallest of `values` that at least this share of them doesn't exceed; `NaN` if there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * The exponent `k` for which `size ** k` fits the costs best, by least squares on both logarithms: 0 if the size doesn't
 * matter, 1 if twice the size costs twice as much.
 */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const meanSize = mean(logs.map(([size]) => size));
  const meanCost = mean(logs.map(([, cost]) => cost));
  const together = mean(logs.map(([size, cost]) => (size - meanSize) * (cost - meanCost)));
  return together / mean(logs.map(([size]) => (size - meanSize) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
