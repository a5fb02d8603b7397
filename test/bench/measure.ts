/** Middle value of `values`, in their unit. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Milliseconds that `work` takes: the median of `rounds`, after `warmup` rounds that do not count. */
export function timed(work: (round: number) => void, rounds: number, warmup = 3): number {
  const times: number[] = [];
  for (let round = -warmup; round < rounds; round++) {
    const start = performance.now();
    work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** The same for work that answers later. */
export async function timedAsync(work: (round: number) => Promise<void>, rounds: number, warmup = 3): Promise<number> {
  const times: number[] = [];
  for (let round = -warmup; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** `0.004`, `2.1`, `1,519`: as many digits as say something. */
export function ms(value: number): string {
  if (value >= 99.5) return Math.round(value).toLocaleString('en');
  return value.toPrecision(value < 1 ? 1 : 2);
}

/** `1/150` of a peer's time, or `x 1.3` of it. */
export function ratio(ours: number, peer: number): string {
  const times = peer / ours;
  if (times < 1) return `x ${(1 / times).toPrecision(2)}`;
  return `1/${times < 10 ? times.toFixed(1) : Math.round(times).toLocaleString('en')}`;
}

/** Rows of text as a table with aligned columns; the first row is the header. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
}
