import { window, workspace, type Uri } from 'vscode';
import { nameOf } from '../documents';
import { toBase64 } from '../../../../server/src/shared/base64';
import { defineTexts } from '../texts';

const texts = defineTexts('sheet-file', {
  previewChanges: { text: 'Preview Changes', note: 'The button of a dialog that opens a file.' },
  tables: { text: 'Tables', note: 'The files that a dialog shows: Excel, CSV, JSON and other files with a table.' },
  tooLarge: 'The file is larger than 16 MB',
});

/** A file with a table, in the form that the server expects. */
export interface SheetFile {
  readonly fileName: string;
  readonly base64: string;
}

/** Larger files are rejected here, because the server would reject them anyway. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Asks for a file with a table to apply to playbooks. */
export async function pickSheetFile(title: string): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const [file] =
    (await window.showOpenDialog({
      title,
      openLabel: texts.previewChanges,
      filters: { [texts.tables]: ['xlsx', 'csv', 'tsv', 'txt', 'json', 'md'] },
      ...(folder && { defaultUri: folder }),
    })) ?? [];
  return file;
}

/** Fails with a message for the author if the file is too large. */
export async function readSheetFile(file: Uri): Promise<SheetFile> {
  const { size } = await workspace.fs.stat(file);
  if (size > MOST_BYTES) throw new Error(texts.tooLarge);
  return { fileName: nameOf(file), base64: toBase64(await workspace.fs.readFile(file)) };
}
