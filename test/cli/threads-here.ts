import type { CliHost } from '../../server/src/cli/cli-host.js';
import { runThread } from '../../server/src/cli/threads/thread-run.js';
import type { MainThread, Thread, ThreadResult, Threads, ThreadTask } from '../../server/src/cli/threads/thread.js';
import { english } from '../support/english.js';
import { laterHost } from './cached-repository.js';

/** When a thread fails: before it passed on its facts, or afterwards. */
export type Failure = 'reading' | 'checking';

interface Settings {
  readonly host?: CliHost;
  /** How the thread fails; `undefined`: it doesn't. The threads have numbers from 1. */
  readonly failureOf?: (thread: number) => Failure | undefined;
}

/** Threads that take turns in this process. All that they pass on is copied, as between real threads. */
export class ThreadsHere implements Threads {
  /** How many threads were started. */
  started = 0;
  /** How many runs have ended them. */
  ended = 0;
  readonly #host: CliHost;
  readonly #failureOf: (thread: number) => Failure | undefined;

  constructor({ host = laterHost, failureOf = () => undefined }: Settings = {}) {
    this.#host = host;
    this.#failureOf = failureOf;
  }

  async start(own: readonly string[], tasks: readonly ThreadTask[]): Promise<MainThread> {
    await Promise.resolve();
    this.started += tasks.length;
    const posts = [own, ...tasks].map(() => new Post());
    const counts = { read: 0, checked: 0 };
    const threadFor = (index: number, files: readonly string[]): Thread => ({
      isMain: index === 0,
      own: files,
      exchange: async (facts) => {
        posts[index]?.send(facts);
        const others = await Promise.all(posts.filter((_, other) => other !== index).map((post) => post.sent));
        return others.flatMap((one) => (one === undefined ? [] : [Buffer.from(one)]));
      },
      count: (what) => ++counts[what],
    });
    const results = tasks.map((task, index) => {
      const thread = threadFor(index + 1, task.own);
      return this.#resultOf(structuredClone(task), thread, this.#failureOf(index + 1)).catch(() => {
        posts[index + 1]?.send(undefined);
        return undefined;
      });
    });
    return { ...threadFor(0, own), results: () => Promise.all(results), end: () => void this.ended++ };
  }

  async #resultOf(task: ThreadTask, thread: Thread, failure: Failure | undefined): Promise<ThreadResult> {
    const exchange: Thread['exchange'] = async (facts) => {
      if (failure === 'reading') throw new Error('The thread fails');
      return thread.exchange(facts);
    };
    const environment = { ...task, host: this.#host, format: english };
    const result = await runThread(task, { ...thread, exchange }, environment);
    if (failure === 'checking') throw new Error('The thread fails');
    return structuredClone(result);
  }
}

/** What a thread sends to all others. */
class Post {
  readonly sent: Promise<Buffer | undefined>;
  send: (facts: Buffer | undefined) => void = () => undefined;

  constructor() {
    this.sent = new Promise((resolve) => (this.send = resolve));
  }
}
