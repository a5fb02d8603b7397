import type { CheckedFile } from '../checked-file.js';
import type { Checker } from '../checker.js';
import type { CliEnvironment } from '../cli-environment.js';
import type { MainThread } from './thread.js';

/**
 * Checks the files of the main thread, and adds what the other threads found out about theirs. Checks the files of
 * threads that failed, too. `onChecked` gets the number of files that all threads have checked.
 */
export async function checkTogether(
  paths: readonly string[],
  thread: MainThread,
  checker: Checker,
  { observe }: CliEnvironment,
  onChecked: (done: number) => Promise<void> | undefined,
): Promise<CheckedFile[]> {
  const known = new Map<string, CheckedFile>();
  const check = async (path: string): Promise<void> => {
    known.set(path, await checker.checkFile(path, await checker.read(path)));
    // What a thread has checked before it failed is checked again.
    await onChecked(Math.min(thread.count('checked'), paths.length));
  };
  for (const path of thread.own) await check(path);
  for (const result of await thread.results()) {
    observe?.(result?.observations);
    for (const [path, checked] of result?.checked ?? []) known.set(path, checked);
    for (const ruleId of result?.newerRules ?? []) checker.newerRules.add(ruleId);
  }
  for (const path of paths) if (!known.has(path)) await check(path);
  return paths.flatMap((path) => known.get(path) ?? []);
}
