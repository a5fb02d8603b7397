import type { FileStart } from '../disk/read-file.js';
import type { FolderEntry } from '../shared/files-below.js';

/**
 * The part of the file system that the command line needs. Paths are absolute. All methods reject with a Node error.
 */
export interface CliHost {
  kindOf(path: string): Promise<FolderEntry['kind'] | undefined>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The beginning of a regular file. Rejects with a `ReadRefusal` for anything else. */
  read(path: string, maxBytes: number): Promise<FileStart>;
  /** Whether a path in `folder` leads out of it through a link. */
  leadsOut(path: string, folder: string): Promise<boolean>;
  /** Writes a file, and overwrites an existing file. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes at the end of a file, and creates a missing file. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** The stamp of a file, which changes with the file; `undefined` for links, and if it is unknown. */
  stampOf?(path: string): string | undefined;
  /** The same as `read`, but the program waits. */
  readNow?(path: string, maxBytes: number): FileStart;
  /** Replaces the whole content of a file, unless it is read-only or its content changed after it was read. */
  replace(path: string, content: Replacement): Promise<void>;
}

/** The new content of a file, and the content that was read. */
export interface Replacement {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}
