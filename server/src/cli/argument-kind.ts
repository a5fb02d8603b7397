import { resolve } from 'node:path';
import type { FolderEntry } from '../shared/files-below.js';
import type { CliEnvironment } from './cli-environment.js';
import { fileTexts, unreadable } from './file-texts.js';
import { RunRefusal } from './refusals.js';

type Disk = Pick<CliEnvironment, 'cwd' | 'host'>;

/** What is at a path that the user specified. Throws a `RunRefusal` if that can't be read. */
export async function argumentKind(path: string, { cwd, host }: Disk): Promise<FolderEntry['kind'] | undefined> {
  try {
    return await host.kindOf(resolve(cwd, path));
  } catch (error) {
    throw new RunRefusal(unreadable(path, error));
  }
}

/** Throws a `RunRefusal` unless the path is a file. */
export async function requireFile(path: string, disk: Disk): Promise<void> {
  const kind = await argumentKind(path, disk);
  if (kind !== 'file') throw new RunRefusal((kind === undefined ? fileTexts.missing : fileTexts.notAFile)({ path }));
}

/** Throws a `RunRefusal` unless the path is a folder. */
export async function requireFolder(path: string, disk: Disk): Promise<void> {
  const kind = await argumentKind(path, disk);
  if (kind !== 'folder')
    throw new RunRefusal((kind === undefined ? fileTexts.missingFolder : fileTexts.notAFolder)({ path }));
}
