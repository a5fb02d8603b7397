import {
  Disposable,
  FilePermission,
  languages,
  RelativePattern,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import { documentOf, isNotFound, nameOf } from './documents';
import { logFailure } from './log';
import { defineTexts } from './texts';

const texts = defineTexts('read-only', {
  fileSystem: '{page} is read-only because its file system is read-only. To change it, save a copy elsewhere',
  setting:
    '{page} is read-only because of the setting files.readonlyInclude. To change it, add it to files.readonlyExclude',
  permissions:
    '{page} is read-only because of its permissions and the setting files.readonlyFromPermissions. To change it, make the file writeable',
  file: '{page} is a read-only file. To change it, save a copy elsewhere',
  session: {
    text: '{page} is read-only in this session. To change it, run "File: Set Active Editor Writeable in Session" in its editor',
    note: 'The text in quotation marks is the name of a command of VS Code.',
  },
});

/**
 * Why a page is read-only. `file-system`: its file system is. `setting`: `files.readonlyInclude` matches it.
 * `permissions`: `files.readonlyFromPermissions` is on and the file isn't writeable. `file`: its file system says so.
 * `session`: somebody made the editor read-only for this session.
 */
export type ReadOnlyReason = 'file-system' | 'setting' | 'permissions' | 'file' | 'session';

/** Whether the permissions of a file on the disk prevent its owner from writing to it. */
export type IsLocked = (file: Uri) => Promise<boolean>;

/** Only Node can read permissions, so the entry point of each platform sets this. */
let isLocked: IsLocked = () => Promise.resolve(false);

export function seePermissionsWith(see: IsLocked): void {
  isLocked = see;
}

/** Pages that VS Code marked as changed since the settings last changed. */
const changed = new Set<string>();

/** Tracks which pages are writeable in this session, until it ends or the settings change. */
export function watchChangedPages(): Disposable {
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => document.isDirty && changed.add(document.uri.toString())),
    onDidChangeReadOnlySettings(() => changed.clear()),
  );
}

/** Calls `listener` when a setting that makes pages read-only changes. */
export function onDidChangeReadOnlySettings(listener: () => void): Disposable {
  const settings = ['files.readonlyInclude', 'files.readonlyExclude', 'files.readonlyFromPermissions'];
  return workspace.onDidChangeConfiguration((event) => {
    if (settings.some((setting) => event.affectsConfiguration(setting))) listener();
  });
}

/**
 * Why VS Code doesn't let anybody change a page; `undefined` if it does. In VS Code's order of precedence.
 *
 * No API says what was made read-only or writeable for the session. A page that had unsaved changes is writeable
 * regardless of the settings, because VS Code doesn't mark other pages as changed. All other cases become known only
 * when an edit is made: see `changePage`.
 */
export async function readOnlyReason(document: TextDocument): Promise<ReadOnlyReason | undefined> {
  const { uri } = document;
  if (document.isUntitled) return undefined;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return 'file-system';
  if (document.isDirty || changed.has(uri.toString())) return undefined;
  if (isNamed(document, 'readonlyInclude')) return isNamed(document, 'readonlyExclude') ? undefined : 'setting';
  if (workspace.getConfiguration('files', uri).get('readonlyFromPermissions') === true && (await isLocked(uri)))
    return 'permissions';
  return (await isReadOnlyFile(uri)) ? 'file' : undefined;
}

/** Why an edit of a page was not made, or was lost, even though the page may have been writeable before. */
export async function reasonOfRefusal(document: TextDocument): Promise<ReadOnlyReason> {
  changed.delete(document.uri.toString());
  return (await readOnlyReason(document)) ?? 'session';
}

/** A read-only page. */
export interface ReadOnlyPage {
  readonly document: TextDocument;
  readonly reason: ReadOnlyReason;
}

/** Returns the read-only pages. Pages that no longer exist aren't included. */
export async function readOnlyPages(uris: readonly Uri[]): Promise<readonly ReadOnlyPage[]> {
  const pages: ReadOnlyPage[] = [];
  for (const uri of uris) {
    const document = await documentOf(uri);
    const reason = document && (await readOnlyReason(document));
    if (document !== undefined && reason !== undefined) pages.push({ document, reason });
  }
  return pages;
}

/** The message for authors: the page, the reason, what to do. */
export function readOnlyText({ uri }: { readonly uri: Uri }, reason: ReadOnlyReason): string {
  const page = nameOf(uri);
  switch (reason) {
    case 'file-system':
      return texts.fileSystem({ page });
    case 'setting':
      return texts.setting({ page });
    case 'permissions':
      return texts.permissions({ page });
    case 'file':
      return texts.file({ page });
    case 'session':
      return texts.session({ page });
  }
}

/** Call this before a command asks questions: shows a message if the page is read-only, and returns whether it is. */
export async function isRefused(document: TextDocument): Promise<boolean> {
  const reason = await readOnlyReason(document);
  if (reason !== undefined) void window.showWarningMessage(readOnlyText(document, reason));
  return reason !== undefined;
}

/**
 * Whether one of the globs enabled in the setting matches the page. VS Code matches relative globs within the folder,
 * and absolute globs anywhere.
 */
function isNamed(document: TextDocument, setting: 'readonlyInclude' | 'readonlyExclude'): boolean {
  const globs = workspace.getConfiguration('files', document.uri).get<Readonly<Record<string, unknown>>>(setting, {});
  const folder = workspace.getWorkspaceFolder(document.uri);
  return Object.entries(globs).some(([glob, isOn]) => {
    if (isOn !== true) return false;
    const pattern = folder === undefined || ABSOLUTE.test(glob) ? glob : new RelativePattern(folder, glob);
    return languages.match({ pattern }, document) > 0;
  });
}

const ABSOLUTE = /^(?:[/\\]|[a-z]:)/iu;

async function isReadOnlyFile(uri: Uri): Promise<boolean> {
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) !== 0;
  } catch (error) {
    if (!isNotFound(error)) logFailure(`Reading the permissions of ${uri.toString(true)}`, error);
    // If the file system doesn't know, the file is assumed to be writeable. If it isn't, VS Code says so when it saves.
    return false;
  }
}
