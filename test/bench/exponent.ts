/** What some work took at one size. */
export interface Sample {
  readonly size: number;
  readonly time: number;
}

/**
 * The exponent of growth, `time = c * size ^ exponent`, fitted to the samples on a logarithmic scale: 0 if the time
 * doesn't depend on the size, 1 if it is proportional to it.
 */
export function exponentOf(samples: readonly Sample[]): number {
  const points = samples.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const x = mean(points.map((point) => point.x));
  const y = mean(points.map((point) => point.y));
  const rise = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const run = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  return rise / run;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
