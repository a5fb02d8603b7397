import type { CheckerEnvironment } from '../checker.js';
import { counting } from './counters.js';
import { exchangeOver } from './exchange.js';
import type { ThreadData } from './thread-data.js';
import { runThread } from './thread-run.js';
import type { ThreadTask } from './thread.js';

/** Does the task of one of the threads of `nodeThreads`. An error ends it, and the main thread takes over. */
export async function runThreadOfNode(environmentFor: (task: ThreadTask) => CheckerEnvironment): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  const { task, ports, counters } = workerData as ThreadData;
  const thread = { isMain: false, own: task.own, exchange: exchangeOver(ports), count: counting(counters) };
  parentPort?.postMessage(await runThread(task, thread, environmentFor(task)));
}
