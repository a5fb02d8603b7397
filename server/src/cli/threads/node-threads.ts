import type { MessagePort, Worker } from 'node:worker_threads';
import { exchangeOver } from './exchange.js';
import type { MainThread, ThreadResult, Threads, ThreadTask } from './thread.js';
import { newCounters, counting } from './counters.js';
import type { ThreadData } from './thread-data.js';

type NodeThreads = typeof import('node:worker_threads');

/** Threads of Node, which is loaded only if they are needed. `engine`: the file that runs in them. */
export function nodeThreads(engine: string): Threads {
  return {
    async start(own, tasks) {
      try {
        return await started(engine, own, tasks);
      } catch {
        // Some environments don't permit threads.
        return undefined;
      }
    },
  };
}

async function started(engine: string, own: readonly string[], tasks: readonly ThreadTask[]): Promise<MainThread> {
  const node = await import('node:worker_threads');
  const { getHeapStatistics } = await import('node:v8');
  const megabytes = getHeapStatistics().heap_size_limit / 1024 / 1024;
  const counters = newCounters();
  const ports = meshOf(tasks.length + 1, node);
  const workers: Worker[] = [];
  try {
    for (const [index, task] of tasks.entries())
      workers.push(workerFor(engine, { task, counters, ports: ports[index + 1] ?? [] }, megabytes, node));
  } catch (error) {
    endAll(workers);
    throw error;
  }
  const results = workers.map(resultOf);
  return {
    isMain: true,
    own,
    exchange: exchangeOver(ports[0] ?? []),
    count: counting(counters),
    results: () => Promise.all(results),
    end: () => endAll(workers),
  };
}

function endAll(workers: readonly Worker[]): void {
  for (const worker of workers) void worker.terminate();
}

/** `megabytes`: how much memory the thread can use. */
function workerFor(engine: string, data: ThreadData, megabytes: number, node: NodeThreads): Worker {
  return new node.Worker(`require(${JSON.stringify(engine)}).runAsThread()`, {
    eval: true,
    workerData: data,
    transferList: [...data.ports],
    // What Node itself writes there is written by the main thread too.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
}

/** Ends the thread when it is done. */
function resultOf(worker: Worker): Promise<ThreadResult | undefined> {
  return new Promise((resolve) => {
    worker.on('message', (result: ThreadResult) => {
      resolve(result);
      void worker.terminate();
    });
    // After each of these events, and after the end of the program, the thread exits.
    worker.on('error', () => resolve(undefined));
    worker.on('messageerror', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
  });
}

/** The ports of each thread, one to each of the others. */
function meshOf(threads: number, { MessageChannel }: NodeThreads): readonly (readonly MessagePort[])[] {
  const ports = Array.from({ length: threads }, (): MessagePort[] => []);
  for (let one = 0; one < threads; one++) {
    for (let other = one + 1; other < threads; other++) {
      const { port1, port2 } = new MessageChannel();
      ports[one]?.push(port1);
      ports[other]?.push(port2);
    }
  }
  return ports;
}
