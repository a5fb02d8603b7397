import {
  Disposable,
  FilePermission,
  l10n,
  languages,
  RelativePattern,
  window,
  workspace,
  type TextDocument,
  type Uri,
} from 'vscode';
import { documentOf, nameOf } from './documents';

/**
 * Why a page cannot be changed. `file-system`: nothing there can be. `setting`: `files.readonlyInclude` names it.
 * `permissions`: `files.readonlyFromPermissions` is on, and nobody may write to the file. `file`: its file system says so.
 * `session`: somebody has made the editor read-only for this session.
 */
export type ReadOnlyReason = 'file-system' | 'setting' | 'permissions' | 'file' | 'session';

/** Whether the permissions of a file on the disk let its owner write to it. */
export type IsLocked = (file: Uri) => Promise<boolean>;

/** Only Node can see permissions, so the entry of each platform says how at the start. */
let isLocked: IsLocked = () => Promise.resolve(false);

export function seePermissionsWith(see: IsLocked): void {
  isLocked = see;
}

/** Pages that VS Code has marked as changed since these settings hold. */
const changed = new Set<string>();

/** Remembers which pages can be changed in this session, until it ends or the settings change. */
export function watchChangedPages(): Disposable {
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => document.isDirty && changed.add(document.uri.toString())),
    onDidChangeReadOnlySettings(() => changed.clear()),
  );
}

/** Calls `listener` when a setting has changed that makes pages read-only. */
export function onDidChangeReadOnlySettings(listener: () => void): Disposable {
  const settings = ['files.readonlyInclude', 'files.readonlyExclude', 'files.readonlyFromPermissions'];
  return workspace.onDidChangeConfiguration((event) => {
    if (settings.some((setting) => event.affectsConfiguration(setting))) listener();
  });
}

/**
 * Why VS Code does not let anybody change a page; `undefined`: it does. In the order in which VS Code decides.
 *
 * No API tells what was made read-only or writeable for the session. A page that had unsaved changes is writeable, whatever
 * the settings say, because VS Code marks no other as changed. The rest shows only when an edit is made: see `changePage`.
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

/** Why an edit of a page was not made, or was lost. The page was writeable once, if at all. */
export async function reasonOfRefusal(document: TextDocument): Promise<ReadOnlyReason> {
  changed.delete(document.uri.toString());
  return (await readOnlyReason(document)) ?? 'session';
}

/** A page that nobody can change. */
export interface ReadOnlyPage {
  readonly document: TextDocument;
  readonly reason: ReadOnlyReason;
}

/** Those of the pages that nobody can change. A page that is gone is none of them. */
export async function readOnlyPages(uris: readonly Uri[]): Promise<readonly ReadOnlyPage[]> {
  const pages: ReadOnlyPage[] = [];
  for (const uri of uris) {
    const document = await documentOf(uri);
    const reason = document && (await readOnlyReason(document));
    if (document !== undefined && reason !== undefined) pages.push({ document, reason });
  }
  return pages;
}

/** What people are told: the page, the reason, what helps. */
export function readOnlyText({ uri }: { readonly uri: Uri }, reason: ReadOnlyReason): string {
  const name = nameOf(uri);
  switch (reason) {
    case 'file-system':
      return l10n.t('{0} is read-only because its file system is read-only. To change it, save a copy elsewhere', name);
    case 'setting':
      return l10n.t(
        '{0} is read-only because of the setting files.readonlyInclude. To change it, add it to files.readonlyExclude',
        name,
      );
    case 'permissions':
      return l10n.t(
        '{0} is read-only because of its permissions and the setting files.readonlyFromPermissions. To change it, make the file writeable',
        name,
      );
    case 'file':
      return l10n.t('{0} is a read-only file. To change it, save a copy elsewhere', name);
    case 'session':
      return l10n.t(
        '{0} is read-only in this session. To change it, run "File: Set Active Editor Writeable in Session" in its editor',
        name,
      );
  }
}

/** Before a command asks for anything: tells the author when the page cannot be changed, and says whether that was so. */
export async function isRefused(document: TextDocument): Promise<boolean> {
  const reason = await readOnlyReason(document);
  if (reason !== undefined) void window.showWarningMessage(readOnlyText(document, reason));
  return reason !== undefined;
}

/** Whether one of the globs that are on in the setting names the page. VS Code matches them within the folder, and absolute ones anywhere. */
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
  } catch {
    // A file system that cannot say may be written to; if not, VS Code says so when it saves.
    return false;
  }
}
