import { dirname, resolve, sep } from 'node:path';
import type { CliHost } from './cli-host.js';
import type { FoundFiles } from './find-files.js';

/**
 * The folders whose files are compared with each other: the specified folders, or the docset around each, because links
 * are relative to it. For a single file: the working directory if the file is in it, or else the file's own folder.
 */
export async function workspaceRoots(
  { folders, searched }: Pick<FoundFiles, 'folders' | 'searched'>,
  cwd: string,
  host: CliHost,
): Promise<string[]> {
  const named = new Set(searched);
  const roots = await Promise.all(
    folders.map(
      async (folder) =>
        (await docsetAround(folder, host)) ?? (named.has(folder) ? folder : isInside(cwd, folder) ? cwd : folder),
    ),
  );
  const unique = [...new Set(roots)];
  return unique.filter((root) => !unique.some((other) => other !== root && isInside(other, root)));
}

async function docsetAround(start: string, host: CliHost): Promise<string | undefined> {
  for (let folder = start; ; folder = dirname(folder)) {
    if ((await host.kindOf(resolve(folder, 'docfx.json')).catch(() => undefined)) === 'file') return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Whether `path` is the folder or is in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
