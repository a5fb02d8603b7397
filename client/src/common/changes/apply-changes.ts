import { l10n, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { TextRange } from '../../../../server/src/protocol';
import { toRange } from '../commands/edit-request';
import { documentOf, nameOf } from '../documents';
import { readOnlyPages, readOnlyText, reasonOfRefusal, type ReadOnlyPage } from '../read-only';
import { ChangeCounter } from './change-counter';
import { putBackLost, withLineFeeds } from './put-back-lost';

/** A text of a page that gives way to another. */
export interface Change {
  readonly uri: string;
  readonly range: TextRange;
  /** What stands there, and what takes its place. */
  readonly oldText: string;
  readonly newText: string;
  /** Of the open document; `null` when it is not open. */
  readonly version: number | null;
  /** Shown without its tick: made only where somebody agrees to this very change. */
  readonly isDoubtful?: boolean;
  /** What the preview says of it. */
  readonly label: string;
  readonly description?: string;
}

/** What became of a set of changes. */
export type ApplyResult =
  /** The page that is not as it was when the changes were planned. */
  | { readonly kind: 'outdated'; readonly uri: string }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'applied'; readonly changes: number; readonly files: number };

/** Shows all changes in VS Code's refactor preview, and makes those that are left when somebody agrees. Read-only pages stay as they are, and a message says so. */
export function applyReviewed(changes: readonly Change[]): Promise<ApplyResult> {
  return apply(changes, reviewed);
}

/** Makes all changes at once, but for those of read-only pages. */
export function applyUnseen(changes: readonly Change[]): Promise<ApplyResult> {
  return apply(changes, (writeable) => Promise.resolve(withTexts(new WorkspaceEdit(), writeable, false)));
}

/** One for each page, by its address. */
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
  tellReadOnly(readOnly);
  const changes = all.filter(({ uri }) => !readOnly.some(({ document }) => isOf(document, uri)));
  if (changes.length === 0) return { kind: 'discarded' };
  const edit = await makeEdit(changes);
  const counter = new ChangeCounter(changedFiles(changes));
  const listening = workspace.onDidChangeTextDocument((event) => counter.take(event));
  try {
    // As for a rename, VS Code then saves what it changed when that is more than one page, unless the setting files.refactoring.autoSave says no.
    const isApplied = await workspace.applyEdit(edit, { isRefactoring: true });
    const lost = await putBackLost(workspace.textDocuments.filter((document) => counter.changesOf([document]) > 0));
    tellReadOnly(
      await Promise.all(lost.map(async (document) => ({ document, reason: await reasonOfRefusal(document) }))),
    );
    return isApplied && counter.files > lost.length
      ? { kind: 'applied', changes: counter.changes - counter.changesOf(lost), files: counter.files - lost.length }
      : { kind: 'discarded' };
  } finally {
    listening.dispose();
  }
}

function tellReadOnly(pages: readonly ReadOnlyPage[]): void {
  const [first, ...others] = pages;
  if (first === undefined) return;
  const names = pages.map(({ document }) => nameOf(document.uri)).join(', ');
  void window.showWarningMessage(
    others.length === 0
      ? readOnlyText(first.document, first.reason)
      : l10n.t('Read-only pages were not changed: {0}', names),
  );
}

/**
 * One edit for all pages, which asks before it writes.
 *
 * VS Code opens its preview when any part of an edit needs confirmation, and shows such a part without its tick: a person
 * would have to tick every page. So what needs confirmation here is to create something that is there already, which does
 * nothing and is not shown; the texts come with their ticks, to be taken away where somebody disagrees.
 *
 * A page that was never saved is nowhere to be found, and creating it is no longer nothing. Where no folder is open either,
 * every text needs confirmation.
 */
async function reviewed(changes: readonly Change[]): Promise<WorkspaceEdit> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const existing = await firstThere([...changedFiles(changes).map((uri) => Uri.parse(uri)), ...folders]);
  const edit = new WorkspaceEdit();
  if (existing !== undefined)
    edit.createFile(
      existing,
      { ignoreIfExists: true },
      { needsConfirmation: true, label: l10n.t('Confirm before writing') },
    );
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
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}

function isOf({ uri }: TextDocument, written: string): boolean {
  return uri.toString() === Uri.parse(written).toString();
}

/** The text is what counts: the version of an open document, and what stands where something else shall stand. */
async function firstOutdated(changes: readonly Change[]): Promise<Change | undefined> {
  for (const change of changes) {
    const document = await documentOf(Uri.parse(change.uri));
    if (document === undefined) return change;
    if (change.version !== null && document.version !== change.version) return change;
    if (withLineFeeds(document.getText(toRange(change.range))) !== withLineFeeds(change.oldText)) return change;
  }
  return undefined;
}
