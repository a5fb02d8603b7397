import { window, type Position, type Uri } from 'vscode';
import type { FormattingMiddleware } from 'vscode-languageclient';
import { changesTypedPlace } from './row-edits';
import type { TypedRows } from './typed-rows';

/**
 * Prevents formatting at the caret in a row that is being typed. Format on save can run while the author is typing: the
 * space before the next word is then the last character of the cell and would be removed. The rest of the page is
 * formatted.
 */
export function formattingMiddleware(typedRows: TypedRows): FormattingMiddleware {
  return {
    provideDocumentFormattingEdits: async (document, options, token, next) => {
      const edits = await next(document, options, token);
      // Checked only now, because the author may have continued typing while the server was working.
      const [carets, rows] = [caretsIn(document.uri), typedRows.rowsOf(document.uri)];
      return edits?.filter(({ range }) => !changesTypedPlace(range, carets, rows));
    },
  };
}

function caretsIn(uri: Uri): readonly Position[] {
  const editor = window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString() ? editor.selections.map(({ active }) => active) : [];
}
