import {
  folderOf,
  relativePath,
  resolvedUri,
  type AnyUri,
  type Uri,
  type Workspace,
  type WorkspaceHost,
} from '../../workspace/index.js';

/** The most files in a folder that the client didn't name. A larger one, such as a home folder, isn't read. */
const MAX_FILES = 10_000;

/** What the folders depend on. */
export interface WorkspaceFoldersParts {
  readonly workspace: Workspace;
  readonly host: Pick<WorkspaceHost, 'readText'>;
  /** The folders that the client named first. */
  readonly named: readonly string[];
}

/**
 * The workspace folders. If the client names none, they are the folders of the open playbooks, or the docsets around
 * them: those that `playbook-lint` compares if it is given the page in its folder.
 */
export class WorkspaceFolders {
  readonly #workspace: Workspace;
  readonly #host: Pick<WorkspaceHost, 'readText'>;
  #named: readonly string[];
  #implied: readonly Uri[] = [];

  constructor({ workspace, host, named }: WorkspaceFoldersParts) {
    this.#workspace = workspace;
    this.#host = host;
    this.#named = named;
    workspace.setFolders(named);
  }

  /** The client added and removed folders. */
  change(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed);
    this.#named = [...this.#named.filter((uri) => !gone.has(uri)), ...added];
    this.#implied = [];
    this.#workspace.setFolders(this.#named);
  }

  /** A document was opened. */
  async opened(uri: AnyUri): Promise<void> {
    if (!this.#isWithout(uri) || !(await this.#isOurs(uri))) return;
    const folder = folderOf(uri);
    const root = folder && ((await this.#docsetAround(folder)) ?? folder);
    // Another document or the client may have brought the folder in the meantime.
    if (root === undefined || !this.#isWithout(uri)) return;
    this.#implied = [...this.#implied.filter((known) => relativePath(root, known) === undefined), root];
    this.#workspace.setFolders(this.#implied, this.#implied, MAX_FILES);
  }

  /** Whether the document is in no folder because the client named none. */
  #isWithout(uri: AnyUri): boolean {
    return (
      this.#named.length === 0 &&
      uri.startsWith('file:') &&
      !this.#implied.some((folder) => relativePath(folder, uri) !== undefined)
    );
  }

  /** Folders of other Markdown files aren't read. */
  async #isOurs(uri: AnyUri): Promise<boolean> {
    const kind = (await this.#workspace.snapshot(uri))?.kind;
    return kind === 'playbook' || kind === 'toc';
  }

  async #docsetAround(start: Uri): Promise<Uri | undefined> {
    for (let folder: Uri | undefined = start; folder !== undefined; folder = folderOf(folder))
      if (typeof (await this.#host.readText(resolvedUri(folder, 'docfx.json'), undefined)) === 'string') return folder;
    return undefined;
  }
}
