import type { MessagePort } from 'node:worker_threads';
import type { ThreadTask } from './thread.js';

/** Marks the data of our threads: the program can run in a thread of another program. */
export const THREAD = 'playbook-lint/thread';

/** What a thread gets when it starts. */
export interface ThreadData {
  readonly kind: typeof THREAD;
  readonly task: ThreadTask;
  /** One to each other thread. */
  readonly ports: readonly MessagePort[];
  /** See `counting`. */
  readonly counters: Int32Array;
}

export function isThreadData(data: unknown): data is ThreadData {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === THREAD;
}
