import { CodeAction, window, WorkspaceEdit, type Command, type TextDocument } from 'vscode';
import type { Middleware, ProvideCodeActionsSignature } from 'vscode-languageclient';
import { listed } from '../../../server/src/messages/index';
import { nameOf } from './documents';
import { readOnlyPages, readOnlyReason, readOnlyText, type ReadOnlyPage } from './read-only';
import { defineTexts } from './texts';

const texts = defineTexts('read-only-middleware', {
  linksNotUpdated: 'Links to the renamed file were not updated in read-only pages: {pages}',
});

/**
 * VS Code makes the edits of fixes and renames itself, also in read-only pages, where they would be lost. So read-only
 * pages get no fixes, a rename that would change one is rejected, and when a file is renamed, links in read-only pages
 * aren't updated.
 */
export function withReadOnlyPages(inner: Middleware): Middleware {
  const { provideCodeActions } = inner;
  return {
    ...inner,
    provideCodeActions: (document, range, context, token, next) => {
      const harmless: ProvideCodeActionsSignature = async (...request) => harmlessIn(document, await next(...request));
      return provideCodeActions === undefined
        ? harmless(document, range, context, token)
        : provideCodeActions(document, range, context, token, harmless);
    },
    provideRenameEdits: async (document, position, newName, token, next) => {
      const edit = await next(document, position, newName, token);
      const [first] = edit ? await readOnlyPagesIn(edit) : [];
      // VS Code shows the message next to the new name.
      if (first !== undefined) throw new Error(readOnlyText(first.document, first.reason));
      return edit;
    },
    workspace: {
      ...inner.workspace,
      willRenameFiles: async (event, next) => {
        const edit = (await next(event)) as WorkspaceEdit | null | undefined;
        return edit && withoutReadOnly(edit);
      },
    },
  };
}

async function harmlessIn(
  document: TextDocument,
  actions: (Command | CodeAction)[] | null | undefined,
): Promise<(Command | CodeAction)[] | null | undefined> {
  if (!actions || actions.length === 0 || (await readOnlyReason(document)) === undefined) return actions;
  return actions.filter((action) => !(action instanceof CodeAction) || action.edit === undefined);
}

async function withoutReadOnly(edit: WorkspaceEdit): Promise<WorkspaceEdit> {
  const pages = await readOnlyPagesIn(edit);
  if (pages.length === 0) return edit;
  void window.showWarningMessage(
    texts.linksNotUpdated({ pages: listed(pages.map(({ document }) => nameOf(document.uri))) }),
  );
  const writeable = new WorkspaceEdit();
  for (const [uri, edits] of edit.entries())
    if (!pages.some(({ document }) => document.uri.toString() === uri.toString())) writeable.set(uri, edits);
  return writeable;
}

function readOnlyPagesIn(edit: WorkspaceEdit): Promise<readonly ReadOnlyPage[]> {
  return readOnlyPages(edit.entries().map(([uri]) => uri));
}
