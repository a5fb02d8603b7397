/** A test runner in forty lines: the web extension host has neither Node nor modules to load one from. */
import { PATIENCE } from '../../support/patience.js';

interface Test {
  readonly name: string;
  readonly body: () => Promise<void>;
}

const tests: Test[] = [];

/** Every line of ours starts with this; VS Code's own log goes through the same console. */
const linePrefix = 'playbook-e2e:';

/** Registers a test. They run in order, one at a time. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs all tests, each after `prepare`, prints a line for each and the counts at the end; throws if one failed. */
export async function runTests(prepare: () => Promise<void>): Promise<void> {
  let failed = 0;
  for (const { name, body } of tests) {
    try {
      await prepare();
      await body();
      console.log(`${linePrefix} ✔ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`${linePrefix} ✖ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  console.log(`${linePrefix} ${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

/** Fails unless both are the same, compared as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${what}\n  expected: ${wanted}\n  got:      ${got}`);
}

/** Asks again until the answer is something; fails with `what` after a while. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
