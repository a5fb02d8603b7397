/** The preferred items before the others, in the same order otherwise. */
export function preferredFirst<Item>(items: readonly Item[], isPreferred: (item: Item) => boolean): Item[] {
  return [...items.filter(isPreferred), ...items.filter((item) => !isPreferred(item))];
}
