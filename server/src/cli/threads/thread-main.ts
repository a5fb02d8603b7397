import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { CheckerEnvironment } from '../checker.js';
import { counting } from './counters.js';
import { exchangeOver } from './exchange.js';
import { isThreadData } from './thread-data.js';
import { runThread } from './thread-run.js';
import type { ThreadTask } from './thread.js';

/** If this is one of the threads of `nodeThreads`, does its task. An error ends it, and the main thread takes over. */
export async function runAsThread(environmentFor: (task: ThreadTask) => CheckerEnvironment): Promise<void> {
  if (isMainThread || !isThreadData(workerData)) return;
  const { task, ports, counters } = workerData;
  const thread = { isMain: false, own: task.own, exchange: exchangeOver(ports), count: counting(counters) };
  parentPort?.postMessage(await runThread(task, thread, environmentFor(task)));
}
