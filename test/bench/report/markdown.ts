import type { Sample } from './statistics.js';

/** A table whose first column has text and whose other columns have figures. */
export function figuresTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|${header.map((_, index) => (index === 0 ? '---|' : '--:|')).join('')}`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** What a cell says if something wasn't measured. */
export const NOT_MEASURED = '–';

/** `37 (52)`: the median, and the 95th percentile in parentheses. */
export function sampleText(sample: Sample | undefined): string {
  return sample === undefined ? NOT_MEASURED : `${numberText(sample.median)} (${numberText(sample.p95)})`;
}

/** `1,519`, `37`, `2.1` or `0.04`: two digits, or all in front of the point. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return NOT_MEASURED;
  if (value >= 9.95) return Math.round(value).toLocaleString('en');
  if (value === 0) return '0';
  return value >= 0.995 ? value.toFixed(1) : Number(value.toPrecision(2)).toString();
}

/** `2.4 ×`: so many times the other one. */
export function ratioText(value: number | undefined, other: number | undefined): string {
  if (value === undefined || other === undefined) return NOT_MEASURED;
  const ratio = numberText(value / other);
  return ratio === NOT_MEASURED ? ratio : `${ratio} ×`;
}

export function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? NOT_MEASURED : numberText(bytes / 1024 / 1024);
}
