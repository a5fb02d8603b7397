import { setTimeout as sleep } from 'node:timers/promises';
import { peakMemory, timeOf, type RunTime } from './processes.js';
import type { Program } from './programs.js';
import { sampleOf, type Sample } from './statistics.js';
import { inTurns } from './turns.js';

/** What a program takes from its start to its end. Times in milliseconds, memory in bytes. */
export interface RunFigures {
  readonly id: string;
  readonly name: string;
  readonly wall: Sample;
  readonly cpu: Sample | undefined;
  readonly memory: number | undefined;
}

export interface Rounds {
  readonly quick: number;
  readonly slow: number;
}

/** A cache doesn't trust files that were just written, because the clocks of some disks are coarse. */
const SETTLED = 2500;

/** Looks at the memory of each program, and then measures the time of all of them in turns. */
export async function runFigures(programs: readonly Program[], rounds: Rounds): Promise<RunFigures[]> {
  await sleep(SETTLED);
  for (const program of programs) if (program.fillsCache === true) await timeOf(program);
  const memory = new Map<string, number | undefined>();
  for (const program of programs) memory.set(program.id, await peakMemory(program));
  const times = new Map<string, RunTime[]>(programs.map(({ id }) => [id, []]));
  await inTurns(
    programs.map((program) => ({
      rounds: program.isSlow === true ? rounds.slow : rounds.quick,
      measure: async () => {
        program.beforeEachRun?.();
        times.get(program.id)?.push(await timeOf(program));
      },
    })),
  );
  return programs.map(({ id, name }) => {
    const own = times.get(id) ?? [];
    const cpu = own.flatMap((time) => time.cpu ?? []);
    return {
      id,
      name,
      wall: sampleOf(own.map(({ wall }) => wall)),
      cpu: cpu.length === 0 ? undefined : sampleOf(cpu),
      memory: memory.get(id),
    };
  });
}
