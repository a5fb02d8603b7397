import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { messageOf } from '../report/message-of';
import { contentOf, isPagePath, type PagePlace, type PageTexts } from './rule-page-source';

/** Also in the activation events of package.json: previews of the pages are restored with the window. */
const SCHEME = 'playbook-docs';

export function uriOf({ path, fragment = '' }: PagePlace): Uri {
  return Uri.from({ scheme: SCHEME, path, fragment });
}

/**
 * The pages of the rules as read-only files, because the Markdown preview follows links to files only: those between
 * rules, and those to the other pages of the folder `docs`.
 */
export class RulePageFiles implements FileSystemProvider {
  readonly #texts: PageTexts;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  #modified = Date.now();

  readonly onDidChangeFile = this.#changed.event;

  constructor(texts: PageTexts) {
    this.#texts = texts;
  }

  /** Registers the files, and shows the current text of open pages whenever `refresh` runs its listener. */
  register(refresh: (listener: () => void) => Disposable): Disposable {
    const files = workspace.registerFileSystemProvider(SCHEME, this, { isCaseSensitive: true, isReadonly: true });
    return Disposable.from(
      files,
      this.#changed,
      refresh(() => this.#refresh()),
    );
  }

  stat(uri: Uri): FileStat {
    if (!isPagePath(uri.path, this.#texts.ruleIds)) throw FileSystemError.FileNotFound(uri);
    const time = this.#modified;
    return { type: FileType.File, ctime: time, mtime: time, size: 0, permissions: FilePermission.Readonly };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const content = await contentOf(uri.path, this.#texts).catch((error: unknown) => {
      throw FileSystemError.Unavailable(messageOf(error));
    });
    if (content === undefined) throw FileSystemError.FileNotFound(uri);
    return content;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  #refresh(): void {
    this.#modified = Date.now();
    const open = workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME);
    this.#changed.fire(open.map(({ uri }) => ({ type: FileChangeType.Changed, uri })));
  }
}
