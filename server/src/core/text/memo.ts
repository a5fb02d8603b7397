/**
 * A function that remembers its answer for every object it was asked about, as long as the object lives.
 *
 * Only for pure functions of immutable values: remembering must not change any answer.
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
