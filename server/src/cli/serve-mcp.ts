import { resolve } from 'node:path';
import { requireFolder } from './argument-kind.js';
import type { CliEnvironment } from './cli-environment.js';

/** Serves tools for AI agents until the client disconnects. Without folders, the working directory is the workspace. */
export async function serveMcp(folders: readonly string[], environment: CliEnvironment): Promise<void> {
  const { cwd, serveTools } = environment;
  for (const folder of folders) await requireFolder(folder, environment);
  await serveTools(folders.length === 0 ? [cwd] : folders.map((folder) => resolve(cwd, folder)));
}
