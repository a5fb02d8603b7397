import { appendAll } from '../core/index.js';

/** The lines of a text, without their line endings. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/**
 * The lines of `after` that `before` doesn't have at the same place, starting at 1: what a diff shows as added. Where
 * both texts have little in common, more lines count as changed than necessary.
 */
export function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const changed = new Set(after.map((_, index) => index + 1));
  for (const index of commonLines(before, after)) changed.delete(index + 1);
  return changed;
}

interface Part {
  readonly beforeStart: number;
  readonly beforeEnd: number;
  readonly afterStart: number;
  readonly afterEnd: number;
}

/** A part with more pairs of lines isn't compared line by line. */
const MAX_PAIRS = 1_000_000;

/** The indexes of the lines in `after` that are also in `before`, in the same order. */
function commonLines(before: readonly string[], after: readonly string[]): number[] {
  const common: number[] = [];
  const parts: Part[] = [{ beforeStart: 0, beforeEnd: before.length, afterStart: 0, afterEnd: after.length }];
  for (let whole = parts.pop(); whole !== undefined; whole = parts.pop()) {
    const part = withoutEnds(whole, before, after, common);
    const anchors = uniqueLines(part, before, after);
    if (anchors.length > 0) appendAll(parts, between(part, anchors));
    else appendAll(common, longestCommon(part, before, after));
  }
  return common;
}

/** Adds the equal lines at both ends to `common`, and returns the rest. */
function withoutEnds(part: Part, before: readonly string[], after: readonly string[], common: number[]): Part {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = part;
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeStart] === after[afterStart]) {
    common.push(afterStart);
    beforeStart++;
    afterStart++;
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && before[beforeEnd - 1] === after[afterEnd - 1]) {
    common.push(afterEnd - 1);
    beforeEnd--;
    afterEnd--;
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd };
}

/** A line that both parts have once: its index in each. */
type Anchor = readonly [before: number, after: number];

/** The longest list of such lines that are in the same order in both parts. */
function uniqueLines(part: Part, before: readonly string[], after: readonly string[]): Anchor[] {
  const places = placesOfOnce(before, part.beforeStart, part.beforeEnd);
  const pairs = [...placesOfOnce(after, part.afterStart, part.afterEnd)].flatMap(([line, at]): Anchor[] => {
    const place = places.get(line);
    return place === undefined ? [] : [[place, at]];
  });
  return longestRising(pairs);
}

function placesOfOnce(lines: readonly string[], start: number, end: number): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = start; index < end; index++) {
    const line = lines[index] ?? '';
    if (places.has(line)) repeated.add(line);
    else places.set(line, index);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** The longest list of pairs whose first numbers rise, too. The second numbers rise already. */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  /** For each length, the list of that length that ends lowest. */
  const ends: { readonly pair: Anchor; readonly previous: (typeof ends)[number] | undefined }[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.pair[0] ?? 0) < pair[0]) low = middle + 1;
      else high = middle;
    }
    ends[low] = { pair, previous: ends[low - 1] };
  }
  const longest: Anchor[] = [];
  for (let end = ends.at(-1); end !== undefined; end = end.previous) longest.push(end.pair);
  return longest.reverse();
}

/** The parts before, between and after the anchors. Each anchor starts a part, whose start is equal in both texts. */
function between(part: Part, anchors: readonly Anchor[]): Part[] {
  const starts: readonly Anchor[] = [[part.beforeStart, part.afterStart], ...anchors];
  return starts.map(([beforeStart, afterStart], index) => {
    const [beforeEnd, afterEnd] = starts[index + 1] ?? [part.beforeEnd, part.afterEnd];
    return { beforeStart, beforeEnd, afterStart, afterEnd };
  });
}

/** Line by line, where no line is unique. */
function longestCommon(part: Part, before: readonly string[], after: readonly string[]): number[] {
  const [rows, columns] = [part.beforeEnd - part.beforeStart, part.afterEnd - part.afterStart];
  if (rows === 0 || columns === 0 || rows * columns > MAX_PAIRS) return [];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const isSame = (row: number, column: number): boolean =>
    before[part.beforeStart + row] === after[part.afterStart + column];
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] = isSame(row, column)
        ? lengthAt(row + 1, column + 1) + 1
        : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
  const common: number[] = [];
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (isSame(row, column)) {
      common.push(part.afterStart + column);
      row++;
      column++;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row++;
    else column++;
  }
  return common;
}
