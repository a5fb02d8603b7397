/**
 * The items for the typed text: the known tasks, then the typed ID if no task has it.
 *
 * The known tasks never change their positions. VS Code identifies the accepted item only by its position, and may
 * refer to the list before the last letter: if an item were inserted above them, the author would get the wrong task.
 */
export function withTypedId<Item extends { readonly label: string }>(
  typed: string,
  offered: readonly Item[],
  toItem: (id: string) => Item,
): Item[] {
  const isNew = /^\d+$/.test(typed) && !offered.some(({ label }) => label === typed);
  return isNew ? [...offered, toItem(typed)] : [...offered];
}
