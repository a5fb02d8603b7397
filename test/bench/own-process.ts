import { spawn } from 'node:child_process';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Runs the file of this benchmark once more, with `args`, in a new process with clean memory, and takes what it hands back. */
export function inOwnProcess<Answer>(...args: readonly string[]): Promise<Answer> {
  const child = spawn(process.execPath, ['--expose-gc', __filename, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output) as Answer);
      else reject(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}

/** Hands an answer back to the process that started this one. */
export function handBack(answer: unknown): void {
  process.stdout.write(JSON.stringify(answer));
}

/** How many bytes of memory are taken by what `make` answers, and by what it leaves behind. */
export async function memoryOf(make: () => Promise<object>): Promise<number> {
  const before = await heapUsed();
  const made = await make();
  const bytes = (await heapUsed()) - before;
  kept.add(made);
  kept.clear();
  return bytes;
}

/** What is in here is alive, whatever the compiler thinks of it. */
const kept = new Set<object>();

async function heapUsed(): Promise<number> {
  // What a weak map holds may go only with the collection after the one of its key.
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}

/** Notes the longest time that the event loop did not turn. */
export class LoopWatch {
  #last = performance.now();
  #longest = 0;
  #isOn = true;

  constructor() {
    const turn = (): void => {
      this.#note();
      if (this.#isOn) setImmediate(turn);
    };
    setImmediate(turn);
  }

  /** Milliseconds. */
  stop(): number {
    this.#note();
    this.#isOn = false;
    return this.#longest;
  }

  #note(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }
}
