/** Something known about an item of a list, and the index of the item. */
export interface Fact<Value> {
  readonly index: number;
  readonly value: Value;
}

interface ItemReader<Holder, Item extends object, Value> {
  readonly itemsOf: (holder: Holder) => readonly Item[];
  /** What is known about the item; `undefined` if nothing. A pure function of the item, if the holders are alike. */
  readonly read: (item: Item, index: number, holder: Holder) => Value | undefined;
  readonly areAlike: (one: Holder, other: Holder) => boolean;
}

/**
 * What is known about the items of a list that an author edits. At every keystroke, only the items that changed since
 * the last call are read again, and the answer is the same object as long as nothing in it differs, so that it can be
 * the key of what is computed from it. Items that nothing is known about aren't listed.
 */
export function itemFacts<Holder, Item extends object, Value>(
  reader: ItemReader<Holder, Item, Value>,
): (holder: Holder) => readonly Fact<Value>[] {
  // By the first and the last item: at least one of them is the same object while an author edits another one.
  const known = new WeakMap<Item, Latest<Holder, Value>>();
  return (holder) => {
    const items = reader.itemsOf(holder);
    const first = items[0];
    const last = items[items.length - 1];
    const latest = (first && known.get(first)) ?? (last && known.get(last)) ?? { known: undefined };
    if (latest.known?.holder === holder) return latest.known.facts;
    if (first !== undefined) known.set(first, latest);
    if (last !== undefined) known.set(last, latest);
    const facts =
      latest.known !== undefined && reader.areAlike(latest.known.holder, holder)
        ? updatedFacts(latest.known, holder, reader)
        : factsBetween(holder, 0, items.length, reader);
    latest.known = { holder, facts };
    return facts;
  };
}

/** What was known last about a list: one for all its versions, so that an item doesn't keep an old version in memory. */
interface Latest<Holder, Value> {
  known: KnownFacts<Holder, Value> | undefined;
}

interface KnownFacts<Holder, Value> {
  readonly holder: Holder;
  readonly facts: readonly Fact<Value>[];
}

function factsBetween<Holder, Item extends object, Value>(
  holder: Holder,
  start: number,
  end: number,
  { itemsOf, read }: ItemReader<Holder, Item, Value>,
): Fact<Value>[] {
  const items = itemsOf(holder);
  const facts: Fact<Value>[] = [];
  for (let index = start; index < end; index++) {
    const item = items[index];
    const value = item === undefined ? undefined : read(item, index, holder);
    if (value !== undefined) facts.push({ index, value });
  }
  return facts;
}

function updatedFacts<Holder, Item extends object, Value>(
  { holder: previous, facts }: KnownFacts<Holder, Value>,
  holder: Holder,
  reader: ItemReader<Holder, Item, Value>,
): readonly Fact<Value>[] {
  const { start, oldEnd, newEnd } = changedItems(reader.itemsOf(holder), reader.itemsOf(previous));
  const fresh = factsBetween(holder, start, newEnd, reader);
  const from = countBefore(facts, start);
  const to = countBefore(facts, oldEnd);
  const delta = newEnd - oldEnd;
  if (delta === 0 && areSame(facts.slice(from, to), fresh)) return facts;
  const rest = facts.slice(to);
  return facts
    .slice(0, from)
    .concat(fresh, delta === 0 ? rest : rest.map(({ index, value }) => ({ index: index + delta, value })));
}

function areSame<Value>(some: readonly Fact<Value>[], others: readonly Fact<Value>[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ index, value }, at) => index === others[at]?.index && value === others[at]?.value)
  );
}

/** How many facts are about items before `index`. */
function countBefore(facts: readonly Fact<unknown>[], index: number): number {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.index ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items `[start, oldEnd)` of a list became `[start, newEnd)`. */
interface ItemChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The only stretch where the lists differ. Remembered, because everything that is known about a list asks for it. */
function changedItems(items: readonly object[], old: readonly object[]): ItemChange {
  const known = changes.get(items);
  if (known?.old === numberOf(old)) return known.change;
  const shorter = Math.min(items.length, old.length);
  let start = 0;
  while (start < shorter && items[start] === old[start]) start++;
  let rest = 0;
  while (rest < shorter - start && items[items.length - 1 - rest] === old[old.length - 1 - rest]) rest++;
  const change = { start, oldEnd: old.length - rest, newEnd: items.length - rest };
  changes.set(items, { old: numberOf(old), change });
  return change;
}

const changes = new WeakMap<readonly object[], { readonly old: number; readonly change: ItemChange }>();

/** Stands for a list: if a version of a list referred to the previous one, all of them would stay in memory. */
function numberOf(list: readonly object[]): number {
  let number = numbers.get(list);
  if (number === undefined) numbers.set(list, (number = ++count));
  return number;
}

const numbers = new WeakMap<readonly object[], number>();
let count = 0;
