/** Moves the focus among the items of a list: up, down, to the ends, or to a first letter. */
export function focusBeside(list: HTMLElement, selector: string, key: string): boolean {
  const items = [...list.querySelectorAll<HTMLElement>(selector)];
  const target = itemBeside(
    items.map(({ textContent }) => textContent ?? ''),
    items.findIndex((item) => item === document.activeElement),
    key,
  );
  if (target === undefined) return false;
  items[target]?.focus();
  return true;
}

/** The target of a key at item `current`, -1 for none. `undefined` if the key has no target. */
export function itemBeside(labels: readonly string[], current: number, key: string): number | undefined {
  const last = labels.length - 1;
  if (last < 0) return undefined;
  if (key === 'ArrowDown') return current === last ? 0 : current + 1;
  if (key === 'ArrowUp') return current <= 0 ? last : current - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return [...key].length === 1 && key !== ' ' ? startingWith(labels, current, key.toLowerCase()) : undefined;
}

function startingWith(labels: readonly string[], current: number, letter: string): number | undefined {
  const order = [...labels.keys()].map((index) => (current + 1 + index) % labels.length);
  return order.find((index) => labels[index]?.trim().toLowerCase().startsWith(letter));
}
