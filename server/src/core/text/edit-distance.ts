/**
 * The number of typing errors that make `b` of `a`: characters that were added, lost, or replaced, and neighbors that
 * were swapped, each character at most once. Any number above `limit` is only `limit + 1`, which is much cheaper.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let [start, aEnd, bEnd] = [0, a.length, b.length];
  while (aEnd > 0 && bEnd > 0 && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  if (Math.abs(aEnd - bEnd) > limit) return limit + 1;
  if (start === aEnd || start === bEnd) return Math.max(aEnd, bEnd) - start;
  return distanceBetween(a.slice(start, aEnd), b.slice(start, bEnd), limit);
}

/** Row by row through the table of prefixes, only in the band around its diagonal that can stay within `limit`. */
function distanceBetween(a: string, b: string, limit: number): number {
  const far = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = [row <= limit ? row : far];
    const [from, to] = [Math.max(1, row - limit), Math.min(b.length, row + limit)];
    let least = current[0] ?? far;
    for (let column = from; column <= to; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let errors = (last[column - 1] ?? far) + (isSame ? 0 : 1);
      errors = Math.min(errors, (last[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
      if (!isSame && areSwapped(a, row, b, column)) errors = Math.min(errors, (beforeLast[column - 2] ?? far) + 1);
      current[column] = errors;
      least = Math.min(least, errors);
    }
    if (least > limit) return far;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? far, far);
}

function areSwapped(a: string, row: number, b: string, column: number): boolean {
  return (
    row > 1 &&
    column > 1 &&
    a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
    a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
  );
}
