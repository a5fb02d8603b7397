import { resolve } from 'node:path';
import { defineMessages, type Message } from '../../messages/index.js';
import { reasonOf } from '../../disk/file-errors.js';
import type { CliEnvironment } from '../cli-environment.js';
import type { CliOptions } from '../options.js';
import { RunRefusal } from '../refusals.js';
import { indexFileName, clearCache } from '../../cache/cache-folder.js';
import type { CachePlace } from './facts-cache.js';

const texts = defineMessages('cache-options', {
  cleared: {
    text: 'Removed {count, plural, one {# file} other {# files}} from the cache in "{folder}"',
    note: 'The result of the option --clear-cache.',
  },
  noFolder: {
    text: "The environment doesn't say where the cache is. Specify {option}",
    note: '"option" is the option --cache-location DIR.',
  },
  notCleared: {
    text: `The cache in "{folder}" can't be removed: {reason}`,
    note: '"reason" is a text such as "permission denied".',
  },
});

type CacheOptions = Pick<CliOptions, 'cache' | 'cacheLocation'>;

/** Where the facts about the pages in the folders are kept; `undefined`: nowhere. */
export function cachePlace(
  roots: readonly string[],
  options: CacheOptions,
  environment: CliEnvironment,
): CachePlace | undefined {
  const program = environment.cache?.program;
  const folder = cacheFolder(options, environment);
  if (program === undefined || folder === undefined || roots.length === 0) return undefined;
  return { folder, name: indexFileName('index', roots), key: program };
}

/** Removes the cache, and says so. Throws a `RunRefusal` if that doesn't work. */
export function clearedCache(options: CacheOptions, environment: CliEnvironment): Message {
  const folder = folderOf(options, environment);
  if (folder === undefined) throw new RunRefusal(texts.noFolder({ option: '--cache-location DIR' }));
  try {
    return texts.cleared({ count: clearCache(folder), folder });
  } catch (error) {
    throw new RunRefusal(texts.notCleared({ folder, reason: reasonOf(error) }));
  }
}

/** The folder of the cache; `undefined`: nothing is kept. */
export function cacheFolder(
  { cache: isWanted, ...options }: CacheOptions,
  environment: CliEnvironment,
): string | undefined {
  return isWanted ? folderOf(options, environment) : undefined;
}

function folderOf(
  { cacheLocation }: Pick<CacheOptions, 'cacheLocation'>,
  { cwd, cache }: CliEnvironment,
): string | undefined {
  return cacheLocation === undefined ? cache?.folder : resolve(cwd, cacheLocation);
}
