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
 * Keeps fixes on save away from a row that is being typed. They are one change of the page, of which a part may be worse
 * than nothing; so they wait, all together, for the next save.
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

/** Whether a save asks for the fixes, and not the author. */
function runsUnasked({ only, triggerKind }: CodeActionContext): boolean {
  return triggerKind === CodeActionTriggerKind.Automatic && only !== undefined && CodeActionKind.Source.contains(only);
}

function changesRow(action: CodeAction | Command, document: TextDocument, rows: readonly number[]): boolean {
  const edits = 'edit' in action ? (action.edit?.get(document.uri) ?? []) : [];
  return edits.some(({ range }) => rows.some((row) => range.start.line <= row && row <= range.end.line));
}
