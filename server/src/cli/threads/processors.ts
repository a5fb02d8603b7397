import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** How many threads can run at the same time. A container often gets the time of fewer processors than it sees. */
export function processors(): number {
  const share = processorsIn(limitOfContainer());
  return Math.max(1, Math.min(availableParallelism(), Math.floor(share)));
}

/** The number of processors in a limit of Linux, such as `200000 100000`, or `max 100000`: no limit. */
export function processorsIn(limit: string): number {
  const [time = NaN, period = NaN] = limit.split(' ').map(Number);
  return time > 0 && period > 0 ? time / period : Infinity;
}

function limitOfContainer(): string {
  try {
    return readFileSync('/sys/fs/cgroup/cpu.max', 'utf8');
  } catch {
    // Another system, or no container.
    return '';
  }
}
