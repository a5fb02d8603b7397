import type { FileStart } from '../disk/read-file.js';
import type { FolderEntry } from '../shared/files-below.js';

/** The file system, as far as the command line needs it. Paths are absolute. Every method rejects with a Node error. */
export interface CliHost {
  kindOf(path: string): Promise<FolderEntry['kind'] | undefined>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** The beginning of a regular file; rejects with a `ReadRefusal` for anything else. */
  read(path: string, maxBytes: number): Promise<FileStart>;
  /** Whether a path in `folder` leads out of it through a link. */
  leadsOut(path: string, folder: string): Promise<boolean>;
  /** Writes a file, over one that is there. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces the whole content of a file, unless it is read-only or no longer holds what was read. */
  replace(path: string, content: Replacement): Promise<void>;
}

/** What a file is to hold, and what it was read as. */
export interface Replacement {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}
