/** One entry of a folder. `other`: a link to a folder, a socket, a device: nothing to walk into. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** The first bytes of a file, all of them unless it is larger than was asked for. */
export interface FileContent {
  readonly bytes: Uint8Array;
  /** In bytes. */
  readonly size: number;
}

/** The file system, as far as the command line needs it. Paths are absolute. Every method rejects with a Node error. */
export interface CliHost {
  kindOf(path: string): Promise<FolderEntry['kind'] | undefined>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  read(path: string, maxBytes: number): Promise<FileContent>;
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
