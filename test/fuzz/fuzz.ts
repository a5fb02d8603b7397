// npm run fuzz -- [--seconds N] [--seed S] [--target parser|protocol]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { root } from '../support/project.js';
import { TARGETS } from './kept-inputs.js';
import type { Target } from './target.js';

/** How many inputs are made from one seed: few enough that a seed is soon run again. */
const ROUND = 25;
/** How many smaller inputs are tried before a failure is kept as it is. */
const MAX_ATTEMPTS = 2000;

interface Failure {
  readonly input: unknown;
  readonly error: unknown;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' }, target: { type: 'string' } },
  });
  const targets = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
  const end = Date.now() + Number(values.seconds) * 1000;
  let seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  if (targets.length === 0 || Number.isNaN(end) || Number.isNaN(seed))
    throw new Error('Usage: npm run fuzz -- [--seconds N] [--seed S] [--target parser|protocol]');
  console.log(`The first seed is ${seed}`);
  const done = new Map<string, Map<string, number>>();
  let failures = 0;
  do {
    for (const target of targets) failures += await round(target, seed, done, end);
    seed++;
  } while (Date.now() < end);
  for (const [name, sizes] of done)
    console.log(`${name}: ${[...sizes].map(([what, count]) => `${count} ${what}`).join(', ')}`);
  console.log(`${failures} failed`);
  process.exitCode = failures > 0 ? 1 : 0;
}

/** Runs one target with one seed. Gives how many inputs failed: none, or the first. */
async function round(
  target: Target,
  seed: number,
  done: Map<string, Map<string, number>>,
  end: number,
): Promise<number> {
  const sizes = done.get(target.name) ?? new Map<string, number>();
  done.set(target.name, sizes);
  for (const input of fc.sample(target.inputs, { seed, numRuns: ROUND })) {
    if (Date.now() > end) return 0;
    const failure = await failureOf(target, input);
    for (const [what, count] of Object.entries(target.sizeOf(input))) sizes.set(what, (sizes.get(what) ?? 0) + count);
    if (failure === undefined) continue;
    keep(target, seed, await shrunk(target, failure));
    return 1;
  }
  return 0;
}

async function failureOf(target: Target, input: unknown): Promise<Failure | undefined> {
  try {
    await target.check(input);
    return undefined;
  } catch (error) {
    return { input, error };
  }
}

/** The smallest input found that fails in the same way. */
async function shrunk(target: Target, first: Failure): Promise<Failure> {
  let best = first;
  for (let attempts = 0, isSmaller = true; isSmaller && attempts < MAX_ATTEMPTS;) {
    isSmaller = false;
    for (const input of target.smaller(best.input)) {
      if (++attempts > MAX_ATTEMPTS) break;
      const failure = await failureOf(target, input);
      if (failure === undefined || kindOf(failure.error) !== kindOf(first.error)) continue;
      best = failure;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** What went wrong, without what differs from input to input. */
function kindOf(error: unknown): string {
  const { message, cause } = error as Error;
  return `${message.split('\n')[0] ?? ''} ${cause === undefined ? '' : kindOf(cause)}`.replace(/\d+/g, '#');
}

function keep({ name }: Target, seed: number, { input, error }: Failure): void {
  const folder = join(root, 'test/fuzz/failures');
  const file = join(folder, `${name}-${seed}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ target: name, input }, undefined, 2)}\n`);
  console.log(`${name}, seed ${seed}: ${String(error)}`);
  const { cause } = error as Error;
  if (cause !== undefined) console.log(cause);
  console.log(`The smallest input is in ${file}; once the fault is fixed, move it to test/fuzz/kept`);
}

main().then(
  // A server in this process keeps its streams open.
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
