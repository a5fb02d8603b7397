import { l10n, window, workspace, type Uri } from 'vscode';
import { nameOf } from '../documents';
import { toBase64 } from '../../../../server/src/shared/base64';

/** A file with a table, as the server takes it. */
export interface SheetFile {
  readonly fileName: string;
  readonly base64: string;
}

/** More than the server reads; nobody has to wait for it to say so. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Asks for a file with a table that is to be applied to playbooks. */
export async function pickSheetFile(title: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [file] =
    (await window.showOpenDialog({
      title,
      openLabel: l10n.t('Preview Changes'),
      filters: { [l10n.t('Tables')]: ['xlsx', 'csv', 'tsv', 'txt', 'json', 'md'] },
      ...(folder && { defaultUri: folder }),
    })) ?? [];
  return file;
}

/** Fails with a message for people when the file is too large. */
export async function readSheetFile(file: Uri): Promise<SheetFile> {
  const { size } = await workspace.fs.stat(file);
  if (size > MOST_BYTES) throw new Error(l10n.t('The file is larger than 16 MB'));
  return { fileName: nameOf(file), base64: toBase64(await workspace.fs.readFile(file)) };
}
