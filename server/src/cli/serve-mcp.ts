import { resolve } from 'node:path';
import { defineMessages } from '../messages/index.js';
import type { CliEnvironment } from './cli-environment.js';
import { UsageError } from './refusals.js';

const texts = defineMessages('serve-mcp', {
  notAFolder: { text: '"{path}" isn\'t a folder', note: '"path" is an argument of the command line.' },
});

/** Serves tools for AI agents until the client disconnects. Without folders, the working directory is the workspace. */
export async function serveMcp(
  folders: readonly string[],
  { cwd, host, serveTools }: Pick<CliEnvironment, 'cwd' | 'host' | 'serveTools'>,
): Promise<void> {
  const paths = folders.length === 0 ? [cwd] : folders.map((folder) => resolve(cwd, folder));
  for (const [index, path] of paths.entries()) {
    const kind = await host.kindOf(path).catch(() => undefined);
    if (kind !== 'folder') throw new UsageError(texts.notAFolder({ path: folders[index] ?? path }));
  }
  await serveTools(paths);
}
