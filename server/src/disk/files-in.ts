import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from '../messages/index.js';
import { filesBelow, type FolderEntry } from '../shared/files-below.js';
import { moreFilesThan } from '../shared/unread-reasons.js';
import { isMissing, ReadRefusal, reasonOf } from './file-errors.js';

/** The part of a file system that listing needs. */
export interface FolderDisk {
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Whether a path in `folder` leads out of it through a link. */
  leadsOut(path: string, folder: string): Promise<boolean>;
}

/** A file or folder that exists but wasn't read, and why. */
export interface NotRead {
  readonly unread: Message;
  /** Reading failed, and may work later. */
  readonly hasFailed?: boolean;
}

/** The files in a folder, as URIs, and the subfolders that can't be listed. */
export interface FilesIn {
  readonly uris: readonly string[];
  readonly unlisted: readonly { readonly uri: string; readonly reason: Message }[];
}

/** The files in the folder `root` at any depth, unless there are more than `limit`. Rejects if `root` can't be listed. */
export async function filesIn(root: string, limit: number, disk: FolderDisk): Promise<FilesIn | NotRead> {
  const top = resolve(root);
  const uris: string[] = [];
  const unlisted: { uri: string; reason: Message }[] = [];
  const list = async (folder: string): Promise<readonly FolderEntry[]> => {
    try {
      return await disk.list(folder);
    } catch (error) {
      if (folder === top) throw error;
      if (!isMissing(error)) unlisted.push({ uri: pathToFileURL(folder).href, reason: reasonOf(error) });
      return [];
    }
  };
  for await (const { path, isLink } of filesBelow(top, { list, join: childOf })) {
    // If this fails, so does reading the file, which reports the reason.
    if (isLink && (await disk.leadsOut(path, root).catch(() => false))) continue;
    uris.push(uriOf(path));
    if (uris.length > limit) return { unread: moreFilesThan(limit) };
  }
  return { uris, unlisted };
}

function childOf(folder: string, name: string): string {
  return folder.endsWith(sep) ? folder + name : folder + sep + name;
}

/** The URI of an absolute path. Most need no escape, and making sure of that takes less time than making a URL. */
function uriOf(path: string): string {
  return /^\/[\w./-]*$/.test(path) ? `file://${path}` : pathToFileURL(path).href;
}

/** What an error of a file system call says about the file. `undefined` if the path doesn't exist. */
export function notReadBecause(error: unknown): NotRead | undefined {
  if (isMissing(error)) return undefined;
  return { unread: reasonOf(error), hasFailed: !(error instanceof ReadRefusal) };
}
