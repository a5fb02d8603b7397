// A reporter for Node's test runner: what passed, failed and was skipped, and why, as one line of JSON.
import { relative } from 'node:path';

/**
 * @param {AsyncIterable<any>} events of the test runner
 * @returns {AsyncGenerator<string>}
 */
export default async function* reporter(events) {
  /** @type {Record<string, number>} */
  const counts = {};
  /** @type {import('./run.mjs').Skipped[]} */
  const skipped = [];
  for await (const { type, data } of events) {
    // The sums over all files come last, as text: before Node 22 there is nothing better.
    const [, what, count] =
      type === 'test:diagnostic' ? (/^(pass|fail|cancelled) (\d+)$/.exec(data.message) ?? []) : [];
    if (what !== undefined) counts[what] = Number(count);
    const isSkipped = type === 'test:pass' && data.skip !== undefined && data.skip !== false;
    if (isSkipped)
      skipped.push({
        name: `${data.name} (${relative('.', data.file)})`,
        why: typeof data.skip === 'string' && data.skip !== '' ? data.skip : 'without a reason',
      });
  }
  yield JSON.stringify({ passed: counts.pass ?? 0, failed: (counts.fail ?? 0) + (counts.cancelled ?? 0), skipped });
}
