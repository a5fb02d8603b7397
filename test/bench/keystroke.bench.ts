import { join } from 'node:path';
import {
  allRules,
  createLinter,
  LineMap,
  parsePlaybook,
  updatePlaybook,
  type LintConfig,
} from '../../server/src/core/index.js';
import { documents, pageWithRows, type BenchDocument } from './documents.js';
import { serveEcho } from './echo-server.js';
import { exponentOf } from './exponent.js';
import { median, ms, printTable } from './measure.js';
import { root } from '../support/project.js';
import { ServerClient } from './server-client.js';

/**
 * How the time of a letter grows with the page: from the letter to the problems, inside the engine and over stdio,
 * beside a server that finds nothing. All pages take turns, so that all meet the same disturbances. Ends with exit code
 * 1 when a limit is not held.
 */
const TODAY = '2026-11-21';
const ROUNDS = 60;
const WARMUP = 20;
const SIZES = [100, 350, 1000, 3500, 10_000, 35_000];
const ECHO_ARGUMENT = 'echo';
const SERVER = [join(root, 'dist/node/server.js')];
const ECHO = [__filename, ECHO_ARGUMENT];
const config: LintConfig = { rules: new Map() };
const missed: string[] = [];

type Page = Pick<BenchDocument, 'text' | 'caret'>;
/** Types a letter at the caret. */
type Type = (round: number) => Promise<unknown>;

function inEngine({ text, caret }: Page): Type {
  const linter = createLinter(allRules);
  let playbook = parsePlaybook({ uri: 'file:///page.md', text });
  return (round) => {
    const at = caret + round;
    playbook = updatePlaybook(playbook, `${playbook.text.slice(0, at)}x${playbook.text.slice(at)}`);
    return Promise.resolve(linter.lint({ playbook, config, today: TODAY }));
  };
}

/** On a server of its own. */
async function overStdio(client: ServerClient, { text, caret }: Page): Promise<Type> {
  await client.open(text);
  await client.pull();
  const { line, column } = LineMap.of(text).lineColumnAt(caret);
  return (round) => client.typeAndPull(line, column + round, 'x');
}

/** The medians of all, in milliseconds. */
async function timesOf(all: readonly Type[]): Promise<number[]> {
  const times = all.map((): number[] => []);
  for (let round = 0; round < WARMUP + ROUNDS; round++) {
    for (const [index, type] of all.entries()) {
      const start = performance.now();
      await type(round);
      if (round >= WARMUP) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** The medians of all pages on each of the servers. */
async function timesOverStdio(pages: readonly Page[], servers: readonly (readonly string[])[]): Promise<number[][]> {
  const clients: ServerClient[] = [];
  const types: Type[] = [];
  for (const server of servers) {
    for (const page of pages) {
      const client = await ServerClient.start(server);
      clients.push(client);
      types.push(await overStdio(client, page));
    }
  }
  const times = await timesOf(types);
  for (const client of clients) await client.stop();
  return servers.map((_, index) => times.slice(index * pages.length, (index + 1) * pages.length));
}

async function measurePages(): Promise<void> {
  const pages = documents();
  const engine = await timesOf(pages.map(inEngine));
  const [stdio = [], echo = []] = await timesOverStdio(pages, [SERVER, ECHO]);
  const [typical = NaN] = stdio;
  printTable([
    ['a letter to problems (ms)', 'engine', 'over stdio', 'echo', 'against echo', 'against typical'],
    ...pages.map(({ name }, index) => [
      name,
      ms(engine[index] ?? NaN),
      ms(stdio[index] ?? NaN),
      ms(echo[index] ?? NaN),
      times((stdio[index] ?? NaN) / (echo[index] ?? NaN)),
      times((stdio[index] ?? NaN) / typical),
    ]),
  ]);
  holds('typical page against echo', typical / (echo[0] ?? NaN), 3);
  holds('largest page against typical', (stdio[1] ?? NaN) / typical, 2);
  holds('10,000 rows against typical', (stdio[2] ?? NaN) / typical, 2);
}

async function measureGrowth(): Promise<void> {
  const pages = SIZES.map(pageWithRows);
  const engine = await timesOf(pages.map(inEngine));
  const [stdio = [], echo = []] = await timesOverStdio(pages, [SERVER, ECHO]);
  const exponent = (all: readonly number[]): string =>
    exponentOf(SIZES.map((size, index) => ({ size, time: all[index] ?? NaN }))).toFixed(2);
  console.log('');
  printTable([
    ['a letter in a table (ms)', 'engine', 'over stdio', 'echo'],
    ...SIZES.map((size, index) => [
      `${size.toLocaleString('en')} rows`,
      ...[engine, stdio, echo].map((all) => ms(all[index] ?? NaN)),
    ]),
    ['exponent', ...[engine, stdio, echo].map(exponent)],
  ]);
}

function times(ratio: number): string {
  return `x ${ratio.toFixed(1)}`;
}

/** Notes a limit: `ratio` must not be more than `limit`. */
function holds(what: string, ratio: number, limit: number): void {
  if (!(ratio <= limit)) missed.push(`${what}: ${times(ratio)}, the limit is ${times(limit)}`);
}

async function main(): Promise<void> {
  if (process.argv.includes(ECHO_ARGUMENT)) return serveEcho();
  await measurePages();
  await measureGrowth();
  console.log(missed.length === 0 ? '\nEvery limit is held.' : `\nNot held:\n${missed.join('\n')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

void main();
