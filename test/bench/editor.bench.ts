import { Editor } from './editor.js';
import { ms, printTable, ratio } from './measure.js';
import { removeRepositories } from './report/repository.js';

/**
 * What an editor waits for in a large workspace: the same page with the same requests, in a folder with few other pages and
 * in one with many. Ends with exit code 1 if a request takes much longer where the workspace is larger.
 */
const FEW = 450;
const MANY = 10_000;
const WARMUP = 5;
const ROUNDS = 15;
/** A request may take so many times as long in the large workspace, and so many milliseconds. */
const MOST = 2;
const SHORT = 2;

/** The least time of each request, in milliseconds. The servers take turns, so that all meet the same disturbances. */
async function leastTimes(editors: readonly Editor[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  const requests = editors.map((editor) => editor.requests());
  for (const [at, { name }] of (requests[0] ?? []).entries()) {
    const least = editors.map(() => Infinity);
    for (let round = -WARMUP; round < ROUNDS; round++)
      for (const [which, own] of requests.entries()) {
        await own[at]?.prepare?.();
        const start = performance.now();
        await own[at]?.ask();
        if (round >= 0) least[which] = Math.min(least[which] ?? Infinity, performance.now() - start);
      }
    for (const editor of editors) await editor.restore();
    times.set(name, least);
  }
  return times;
}

async function main(): Promise<void> {
  console.log('\nAn editor in a large workspace\n');
  const sizes = process.argv[2] === undefined ? [FEW, MANY] : process.argv.slice(2).map(Number);
  const editors: Editor[] = [];
  try {
    for (const size of sizes) editors.push(await Editor.open(size));
    report(editors, await leastTimes(editors));
  } finally {
    for (const editor of editors) await editor.close();
    removeRepositories();
  }
}

function report(editors: readonly Editor[], times: ReadonlyMap<string, readonly number[]>): void {
  const last = editors.at(-1);
  if (last === undefined) return;
  printTable([
    ['ms', ...editors.map(({ pages }) => `${pages.toLocaleString('en')} pages`), 'ratio'],
    ['the first problems of the page', ...editors.map(({ firstProblems }) => ms(firstProblems)), ''],
    ['the index is complete', ...editors.map(({ indexed }) => ms(indexed)), ''],
    ['memory of the server in MB', ...editors.map(({ memory }) => megabytes(memory)), ''],
    ...[...times].map(([name, all]) => [name, ...all.map(ms), ratio(all.at(-1) ?? Number.NaN, all[0] ?? Number.NaN)]),
  ]);
  const missed = [...times].flatMap(([name, all]) => {
    const [few = Number.NaN, many = Number.NaN] = [all[0], all.at(-1)];
    return many < few * MOST + SHORT ? [] : [`${name}: ${ms(many)} ms, and ${ms(few)} ms with few pages`];
  });
  // The page is checked before the others are read.
  if (!(last.firstProblems < last.indexed / 4)) missed.push('the first problems come late');
  console.log(missed.length === 0 ? '\nEvery limit is held.' : `\nNot held:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '-' : String(Math.round(bytes / 1024 / 1024));
}

void main();
