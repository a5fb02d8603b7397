/** Scrolls a grid sideways until a cell is visible and isn't covered by `first`, the cell of the first column, which stays in place. */
export function showColumn(grid: HTMLElement, cell: HTMLElement, first: HTMLElement): void {
  const [box, view, covered] = [cell, grid, first].map((element) => element.getBoundingClientRect());
  if (box === undefined || view === undefined || covered === undefined) return;
  const left = box.left - covered.right;
  const right = box.right - (view.left + grid.clientWidth);
  if (left < 0) grid.scrollLeft += left;
  else if (right > 0) grid.scrollLeft += Math.min(right, left);
}
