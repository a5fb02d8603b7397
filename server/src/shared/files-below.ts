/** An entry of a folder. `other`: a link to a folder, a socket, a device. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  /** A symbolic link to a file. */
  readonly isLink?: boolean;
}

/** A file system whose paths are strings or URIs. */
export interface FolderReader<Path> {
  list(folder: Path): Promise<readonly FolderEntry[]>;
  join(folder: Path, name: string): Path;
}

export interface FoundFile<Path> {
  readonly path: Path;
  readonly isLink: boolean;
}

/** Folders that contain nothing an author writes. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The files in a folder at any depth. Doesn't follow links to folders, which may lead back up, or enter {@link SKIPPED_FOLDERS}. */
export async function* filesBelow<Path>(
  root: Path,
  { list, join }: FolderReader<Path>,
): AsyncGenerator<FoundFile<Path>, void, undefined> {
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const { name, kind, isLink = false } of await list(folder)) {
      if (kind === 'folder' && !SKIPPED_FOLDERS.has(name)) folders.push(join(folder, name));
      else if (kind === 'file') yield { path: join(folder, name), isLink };
    }
}
