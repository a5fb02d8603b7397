import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf, withChildren } from '../process-memory.js';

/** A program that does one thing and ends. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** Of one run, in milliseconds. */
export interface RunTime {
  readonly wall: number;
  /** Of the user and the system, in all processes of the program; `undefined` where no Bash counts it. */
  readonly cpu: number | undefined;
}

/** Bash counts the processor time of a program and of everything that it started; Node doesn't. */
const TIMED = `TIMEFORMAT='%3R %3U %3S'; { time "$0" "$@" >/dev/null 2>&1; }`;
/** Problems were found, or not. Everything else means that the program failed. */
const GOOD_CODES = [0, 1];

const hasBash = process.platform !== 'win32' && spawnSync('bash', ['-c', 'true']).status === 0;

/** Runs a program and throws its output away. */
export function timeOf(program: Command): Promise<RunTime> {
  return hasBash ? timeInBash(program) : wallTime(program);
}

async function timeInBash({ command, args, folder }: Command): Promise<RunTime> {
  const child = spawn('bash', ['-c', TIMED, command, ...args], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  await ended(child, command);
  const [wall = Number.NaN, user = Number.NaN, system = Number.NaN] = output.trim().split(' ').map(Number);
  return { wall: 1000 * wall, cpu: 1000 * (user + system) };
}

async function wallTime({ command, args, folder }: Command): Promise<RunTime> {
  const start = performance.now();
  await ended(spawn(command, [...args], { cwd: folder, stdio: 'ignore' }), command);
  return { wall: performance.now() - start, cpu: undefined };
}

/** How often memory is looked at, in milliseconds. */
const LOOK = 5;

/**
 * The most memory that a program and the processes that it started were resident with, in bytes; `undefined` where the
 * system doesn't say. Looking takes time, so this isn't done while time is measured.
 */
export async function peakMemory({ command, args, folder }: Command): Promise<number | undefined> {
  const child = spawn(command, [...args], { cwd: folder, stdio: 'ignore' });
  const { pid } = child;
  const peaks = new Map<number, number>();
  const isOver = ended(child, command).then(() => true);
  do if (pid !== undefined) for (const one of withChildren(pid)) notePeak(one, peaks);
  while (!(await Promise.race([isOver, sleep(LOOK, false)])));
  return peaks.size === 0 ? undefined : [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
}

/** The peak of a process so far, from its own account. */
function notePeak(pid: number, peaks: Map<number, number>): void {
  const peak = memoryOf(pid, 'VmHWM');
  if (peak !== undefined) peaks.set(pid, peak);
}

/** @throws Error if the program doesn't exist or fails */
function ended(child: ReturnType<typeof spawn>, command: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== null && GOOD_CODES.includes(code)) resolve();
      else reject(new Error(`${command} ended with ${code}`));
    });
  });
}
