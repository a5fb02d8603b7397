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

/**
 * The first of the candidates that can be meant by the typed text. VS Code may still have the task selected that fits
 * the text before the last key; digits that aren't in it mean something else.
 */
export function meantBy<Item extends { readonly label: string; readonly description?: string }>(
  typed: string,
  candidates: readonly (Item | undefined)[],
): Item | undefined {
  const isMeant = ({ label, description = '' }: Item): boolean =>
    !/^\d+$/.test(typed) || label.includes(typed) || description.includes(typed);
  return candidates.find((item) => item !== undefined && isMeant(item));
}
