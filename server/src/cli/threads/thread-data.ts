import type { MessagePort } from 'node:worker_threads';
import type { ThreadTask } from './thread.js';

/** What a thread gets when it starts. */
export interface ThreadData {
  readonly task: ThreadTask;
  /** One to each other thread. */
  readonly ports: readonly MessagePort[];
  /** See `counting`. */
  readonly counters: Int32Array;
}
