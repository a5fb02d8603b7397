import { readdirSync, readFileSync } from 'node:fs';

/** Bytes that a running process is resident with, now (`VmRSS`) or at most (`VmHWM`). */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number | undefined {
  const kilobytes = new RegExp(`^${what}:\\s+(\\d+)`, 'm').exec(readIfThere(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : 1024 * Number(kilobytes);
}

/** A process, and all that it started and that still run. */
export function withChildren(pid: number): number[] {
  const children = threadsOf(pid).flatMap((thread) =>
    [...readIfThere(`/proc/${pid}/task/${thread}/children`).matchAll(/\d+/g)].map(([child]) => Number(child)),
  );
  return [pid, ...children.flatMap(withChildren)];
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
