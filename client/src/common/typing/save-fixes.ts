import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Command,
  type TextDocument,
} from 'vscode';
import type { CodeActionMiddleware } from 'vscode-languageclient';
import type { TypedRows } from './typed-rows';

/**
 * Prevents fixes on save in a row that is being typed. The fixes are a single change of the page, and making only a
 * part of it could be worse than nothing, so all of them wait for the next save.
 */
export function saveFixMiddleware(typedRows: TypedRows): CodeActionMiddleware {
  return {
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = await next(document, range, context, token);
      if (!actions || !runsUnasked(context)) return actions;
      const rows = typedRows.rowsOf(document.uri);
      return actions.filter((action) => !changesRow(action, document, rows));
    },
  };
}

/** Whether a save requests the fixes, not the author. */
function runsUnasked({ only, triggerKind }: CodeActionContext): boolean {
  return triggerKind === CodeActionTriggerKind.Automatic && only !== undefined && CodeActionKind.Source.contains(only);
}

function changesRow(action: CodeAction | Command, document: TextDocument, rows: readonly number[]): boolean {
  const edits = 'edit' in action ? (action.edit?.get(document.uri) ?? []) : [];
  return edits.some(({ range }) => rows.some((row) => range.start.line <= row && row <= range.end.line));
}
