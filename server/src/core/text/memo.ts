/**
 * A function that caches its result for every argument object, as long as the object exists.
 * Only for pure functions of immutable values: caching must not change any result.
 */
export function memoized<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined && !known.has(key)) {
      value = compute(key);
      known.set(key, value);
    }
    return value as Value;
  };
}

/**
 * The same for a list of objects, which is computed again if one of its items differs. Of the lists that begin with the
 * same item, only the last result is kept.
 */
export function memoizedList<Item extends object, Value>(
  compute: (items: readonly Item[]) => Value,
): (items: readonly Item[]) => Value {
  const known = new WeakMap<Item, { readonly items: readonly Item[]; readonly value: Value }>();
  return (items) => {
    const [first] = items;
    const last = first && known.get(first);
    if (last?.items.length === items.length && items.every((item, index) => item === last.items[index]))
      return last.value;
    const value = compute(items);
    if (first !== undefined) known.set(first, { items, value });
    return value;
  };
}
