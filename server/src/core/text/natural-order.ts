/**
 * Compares by the value of the numbers in the texts: `999` before `1000`, `step-9.md` before `step-10.md`. The same on
 * every machine, whatever its language.
 */
export function naturalOrder(a: string, b: string): number {
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Made when it is needed, because that takes time when the program starts. */
let collator: Intl.Collator | undefined;
