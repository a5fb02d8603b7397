import fc from 'fast-check';

/** Every run checks the same inputs, unless `PLAYBOOK_TEST_SEED` selects others. */
const seed = Number(process.env['PLAYBOOK_TEST_SEED'] ?? 1);
/** How many times as many inputs as usual: `PLAYBOOK_TEST_RUNS=100` finds what is rare. */
const factor = Number(process.env['PLAYBOOK_TEST_RUNS'] ?? 1);

/**
 * Fails with the smallest input for which `property` doesn't hold.
 *
 * @param runs how many inputs are checked
 */
export function assertProperty<Inputs>(property: fc.IProperty<Inputs>, runs: number): void {
  fc.assert(property, { seed, numRuns: runs * factor, includeErrorInReport: true });
}
