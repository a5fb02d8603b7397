import { resolve } from 'node:path';
import { reasonOf } from '../disk/file-errors.js';
import { defineMessages } from '../messages/index.js';
import type { Checker } from './checker.js';
import type { CliEnvironment } from './cli-environment.js';
import { UsageError } from './refusals.js';

const texts = defineMessages('cli/config-option', {
  unreadable: {
    text: 'The configuration file "{path}" can\'t be read: {reason}',
    note: '"reason" is a text such as "permission denied".',
  },
});

/** Uses the file of `--config` for all pages. Throws a `UsageError` if it can't be read. */
export async function useConfigFile(
  checker: Checker,
  path: string,
  { cwd, host }: Pick<CliEnvironment, 'cwd' | 'host'>,
): Promise<void> {
  try {
    checker.useConfig(resolve(cwd, path), await host.read(resolve(cwd, path), 10_000_000));
  } catch (error) {
    throw new UsageError(texts.unreadable({ path, reason: reasonOf(error) }));
  }
}
