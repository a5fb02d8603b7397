import { ObservedDisk } from '../cache/observed-disk.js';
import type { CheckedFile } from '../checked-file.js';
import { Checker, type CheckerEnvironment } from '../checker.js';
import { useConfigFile } from '../config-option.js';
import { readOptions } from '../options.js';
import type { Thread, ThreadResult, ThreadTask } from './thread.js';

/** Does the task of a thread. The files that it checks are those of `thread`. */
export async function runThread(
  task: ThreadTask,
  thread: Thread,
  { host, ...environment }: CheckerEnvironment,
): Promise<ThreadResult> {
  const { folders, roots, own, cache, isObserved } = task;
  const options = readOptions(task.argv);
  const disk = isObserved ? new ObservedDisk(host) : undefined;
  const observed = { ...environment, host: disk?.host ?? host };
  const checker = new Checker({ environment: observed, options, folders, roots, paths: own, cache, thread });
  if (options.config !== undefined) await useConfigFile(checker, options.config, observed);
  if (roots.length > 0) await checker.readWorkspace();
  const checked = new Map<string, CheckedFile>();
  for (const path of own) {
    checked.set(path, await checker.checkFile(path, await checker.read(path)));
    thread.count('checked');
  }
  return { checked, newerRules: [...checker.newerRules], observations: disk?.observations };
}
