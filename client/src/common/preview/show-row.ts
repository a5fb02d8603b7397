import {
  commands,
  env,
  Range,
  Selection,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
} from 'vscode';
import { doesExist } from '../documents';
import { TASK_COLUMNS } from '../../../webviews/preview/columns';
import type { PreviewRow, TaskColumnName } from '../../../webviews/preview/protocol/messages';
import { defineTexts } from '../texts';

const texts = defineTexts('show-row', {
  outsideWorkspace: 'The link target is outside the workspace: {target}',
  noSuchFile: "The file doesn't exist: {target}",
});

/** The part of a row to select: the text of the cell, or the start of the line. */
export function rangeOf(row: PreviewRow, column: TaskColumnName | null): Range {
  const cell = column === null ? null : TASK_COLUMNS[column].cell(row);
  return cell === null ? new Range(row.line, 0, row.line, 0) : new Range(row.line, cell.start, row.line, cell.end);
}

/** Shows a place of a page in its editor, or else next to the panel in `panelColumn`. */
export async function showPlace(
  uri: Uri,
  range: Range,
  { panelColumn, takesFocus }: { readonly panelColumn: ViewColumn | undefined; readonly takesFocus: boolean },
): Promise<TextEditor> {
  const shown = visibleEditorOf(uri);
  if (shown !== undefined && !takesFocus) {
    shown.selection = new Selection(range.start, range.end);
    shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    return shown;
  }
  const viewColumn = shown?.viewColumn ?? columnBeside(panelColumn);
  return window.showTextDocument(await workspace.openTextDocument(uri), {
    viewColumn,
    preserveFocus: !takesFocus,
    preview: shown === undefined,
    selection: range,
  });
}

export function visibleEditorOf(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** To the left if the panel is on the right. */
function columnBeside(panelColumn: ViewColumn | undefined): ViewColumn {
  return panelColumn === undefined || panelColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
}

/** Opens a link of a page. Returns a message for the author; `undefined` if it was opened. */
export async function openLink(page: Uri, href: string): Promise<string | undefined> {
  if (/^(?:https?|mailto):/i.test(href)) {
    // VS Code asks before it opens an untrusted site.
    await env.openExternal(Uri.parse(href));
    return undefined;
  }
  const target = fileOf(page, href);
  if (target === undefined || workspace.getWorkspaceFolder(target) === undefined)
    return texts.outsideWorkspace({ target: href });
  const file = (await doesExist(target)) ? target : target.with({ path: `${target.path}.md` });
  // docfx allows links to pages without their extension.
  if (file !== target && !(await doesExist(file))) return texts.noSuchFile({ target: href });
  await commands.executeCommand('vscode.open', file);
  return undefined;
}

function fileOf(page: Uri, href: string): Uri | undefined {
  const path = href.replace(/[?#].*$/s, '');
  if (path === '') return page;
  try {
    return Uri.joinPath(page, '..', decodeURIComponent(path));
  } catch (error) {
    // The author wrote a `%` that doesn't encode a character.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
