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
