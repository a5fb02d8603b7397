import { resolve } from 'node:path';
import type { ExitCode } from '../formats/report.js';
import type { Invocation } from '../invocation.js';
import { lastValue } from '../last-value.js';
import { readCacheFile } from '../../cache/cache-folder.js';
import { stillHold } from './observations.js';
import { nameOf, recordedIn } from './run-record.js';

/**
 * If the same command was run before and everything that it learned from the disk is still the same, prints what it
 * printed, and returns its exit code. Otherwise, prints nothing and returns `undefined`.
 */
export async function repeatedRun(invocation: Invocation): Promise<ExitCode | undefined> {
  const folder = folderFor(invocation);
  const known = folder === undefined ? undefined : recordedIn(readCacheFile(folder, nameOf(invocation)));
  if (known === undefined || !stillHold(known.observations)) return undefined;
  for (const [to, way, text] of known.writes) await invocation[to][way](text);
  return known.exitCode;
}

/**
 * The folder of the cache as most command lines specify it. The arguments are in the name of the file, so if they mean
 * another folder or are invalid, this one has no such file.
 */
function folderFor({ argv, cwd, cache }: Invocation): string | undefined {
  const location = lastValue('--cache-location', argv);
  return location === undefined ? cache?.folder : resolve(cwd, location);
}
