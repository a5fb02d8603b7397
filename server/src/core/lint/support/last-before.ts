/** The index of the last of `placed`, in source order, that starts at `offset` or before; -1 if there is none. */
export function lastBefore(placed: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
