/**
 * The entries for what is typed: those that are offered, then the typed ID where no task has it.
 *
 * The offered ones keep their places whatever is typed. VS Code names the entry that Enter takes by its place alone, and may
 * mean the list before the last letter: an entry put above the others would give the author the task below the right one.
 */
export function withTypedId<Item extends { readonly label: string }>(
  typed: string,
  offered: readonly Item[],
  toItem: (id: string) => Item,
): Item[] {
  const isNew = /^\d+$/.test(typed) && !offered.some(({ label }) => label === typed);
  return isNew ? [...offered, toItem(typed)] : [...offered];
}
