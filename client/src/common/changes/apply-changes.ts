import { Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { listed } from '../../../../server/src/messages/index';
import type { TextRange } from '../../../../server/src/protocol';
import { toRange } from '../commands/edit-request';
import { documentOf, isNotFound, nameOf } from '../documents';
import { logFailure } from '../log';
import { readOnlyPages, readOnlyText, reasonOfRefusal, type ReadOnlyPage } from '../read-only';
import { ChangeCounter } from './change-counter';
import { restoreLost, withLineFeeds } from './restore-lost';
import { defineTexts } from '../texts';

const texts = defineTexts('apply-changes', {
  readOnly: 'Read-only pages were not changed: {pages}',
  confirm: { text: 'Confirm before writing', note: 'A label in the refactor preview of VS Code.' },
});

/** Replaces a text of a page with another text. */
export interface Change {
  readonly uri: string;
  readonly range: TextRange;
  /** The current text and its replacement. */
  readonly oldText: string;
  readonly newText: string;
  /** The version of the open document; `null` if it isn't open. */
  readonly version: number | null;
  /** Shown unchecked, so the change is made only if somebody checks it. */
  readonly isDoubtful?: boolean;
  /** The label in the preview. */
  readonly label: string;
  readonly description?: string;
}

/** The result of applying a set of changes. */
export type ApplyResult =
  /** The page that differs from the version for which the changes were planned. */
  | { readonly kind: 'outdated'; readonly uri: string }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'applied'; readonly changes: number; readonly files: number };

/**
 * Shows all changes in VS Code's refactor preview, and makes those that the author accepts. Read-only pages aren't
 * changed, and a message says so.
 */
export function applyReviewed(changes: readonly Change[]): Promise<ApplyResult> {
  return apply(changes, reviewed);
}

/** Makes all changes immediately, except in read-only pages. */
export function applyUnseen(changes: readonly Change[]): Promise<ApplyResult> {
  return apply(changes, (writeable) => Promise.resolve(withTexts(new WorkspaceEdit(), writeable, false)));
}

/** Each page once, by its URI. */
export function changedFiles(changes: readonly Change[]): string[] {
  return [...new Set(changes.map(({ uri }) => uri))];
}

async function apply(
  all: readonly Change[],
  makeEdit: (changes: readonly Change[]) => Promise<WorkspaceEdit>,
): Promise<ApplyResult> {
  const outdated = await firstOutdated(all);
  if (outdated !== undefined) return { kind: 'outdated', uri: outdated.uri };
  const readOnly = await readOnlyPages(changedFiles(all).map((uri) => Uri.parse(uri)));
  reportReadOnly(readOnly);
  const changes = all.filter(({ uri }) => !readOnly.some(({ document }) => isOf(document, uri)));
  if (changes.length === 0) return { kind: 'discarded' };
  const edit = await makeEdit(changes);
  const counter = new ChangeCounter(changedFiles(changes));
  const listening = workspace.onDidChangeTextDocument((event) => counter.take(event));
  try {
    // As after a rename, VS Code then saves the changed pages if there is more than one, unless the setting
    // files.refactoring.autoSave is off.
    const isApplied = await workspace.applyEdit(edit, { isRefactoring: true });
    const lost = await restoreLost(workspace.textDocuments.filter((document) => counter.changesOf([document]) > 0));
    reportReadOnly(
      await Promise.all(lost.map(async (document) => ({ document, reason: await reasonOfRefusal(document) }))),
    );
    return isApplied && counter.files > lost.length
      ? { kind: 'applied', changes: counter.changes - counter.changesOf(lost), files: counter.files - lost.length }
      : { kind: 'discarded' };
  } finally {
    listening.dispose();
  }
}

function reportReadOnly(pages: readonly ReadOnlyPage[]): void {
  const [first, ...others] = pages;
  if (first === undefined) return;
  void window.showWarningMessage(
    others.length === 0
      ? readOnlyText(first.document, first.reason)
      : texts.readOnly({ pages: listed(pages.map(({ document }) => nameOf(document.uri))) }),
  );
}

/**
 * One edit for all pages, which asks before it writes.
 *
 * VS Code opens its preview if any part of an edit needs confirmation, and shows such a part unchecked: the author
 * would have to check every page. So the part that needs confirmation here creates a file that already exists. It has
 * no effect and isn't shown. The text changes are checked, and the author can uncheck them.
 *
 * A page that was never saved doesn't exist as a file, so creating it would have an effect. If no folder is open
 * either, all text changes need confirmation.
 */
async function reviewed(changes: readonly Change[]): Promise<WorkspaceEdit> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const existing = await firstThere([...changedFiles(changes).map((uri) => Uri.parse(uri)), ...folders]);
  const edit = new WorkspaceEdit();
  if (existing !== undefined)
    edit.createFile(existing, { ignoreIfExists: true }, { needsConfirmation: true, label: texts.confirm });
  return withTexts(edit, changes, existing === undefined);
}

function withTexts(edit: WorkspaceEdit, changes: readonly Change[], needsConfirmation: boolean): WorkspaceEdit {
  for (const { uri, range, newText, label, description, isDoubtful = false } of changes) {
    edit.replace(Uri.parse(uri), toRange(range), newText, {
      needsConfirmation: needsConfirmation || isDoubtful,
      label,
      ...(description !== undefined && { description }),
    });
  }
  return edit;
}

async function firstThere(uris: readonly Uri[]): Promise<Uri | undefined> {
  for (const uri of uris) {
    try {
      await workspace.fs.stat(uri);
      return uri;
    } catch (error) {
      // The next file may exist.
      if (!isNotFound(error)) logFailure(`Looking for ${uri.toString(true)}`, error);
    }
  }
  return undefined;
}

function isOf({ uri }: TextDocument, written: string): boolean {
  return uri.toString() === Uri.parse(written).toString();
}

/** Compares the version of an open document, and the text at the place of each change. */
async function firstOutdated(changes: readonly Change[]): Promise<Change | undefined> {
  for (const change of changes) {
    const document = await documentOf(Uri.parse(change.uri));
    if (document === undefined) return change;
    if (change.version !== null && document.version !== change.version) return change;
    if (withLineFeeds(document.getText(toRange(change.range))) !== withLineFeeds(change.oldText)) return change;
  }
  return undefined;
}
