import { l10n, Range, Uri, workspace, WorkspaceEdit, type TextDocumentChangeEvent } from 'vscode';
import type { MetadataChange, TextRange } from '../../../../server/src/protocol';

/** What became of a set of changes. */
export type ApplyResult =
  /** The page that is not as it was when the changes were planned. */
  | { readonly kind: 'outdated'; readonly file: string }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'applied'; readonly values: number; readonly files: number };

/** Shows all changes in VS Code's refactor preview, and makes those that are left when somebody agrees. */
export async function applyChanges(changes: readonly MetadataChange[]): Promise<ApplyResult> {
  const outdated = await firstOutdated(changes);
  if (outdated !== undefined) return { kind: 'outdated', file: outdated.file };
  const counter = new ChangeCounter(changes);
  const listening = workspace.onDidChangeTextDocument((event) => counter.take(event));
  try {
    // As for a rename, VS Code then saves what it changed, unless the setting files.refactoring.autoSave says no.
    const isApplied = await workspace.applyEdit(editFor(changes), { isRefactoring: true });
    return isApplied && counter.files > 0 ? { kind: 'applied', values: counter.values, files: counter.files } : { kind: 'discarded' };
  } finally {
    listening.dispose();
  }
}

/** One for each page, by its address. */
export function changedFiles(changes: readonly MetadataChange[]): string[] {
  return [...new Set(changes.map(({ uri }) => uri))];
}

/**
 * One edit for all pages, which asks before it writes.
 *
 * VS Code opens its preview when any part of an edit needs confirmation, and shows such a part without its tick: a person
 * would have to tick every page. So what needs confirmation here is to create a file that is there already, which does
 * nothing and is not shown; the values come with their ticks, to be taken away where somebody disagrees.
 */
function editFor(changes: readonly MetadataChange[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  const [first] = changes;
  if (first !== undefined) edit.createFile(Uri.parse(first.uri), { ignoreIfExists: true }, { needsConfirmation: true, label: l10n.t('Ask before writing') });
  for (const { uri, key, file, range, newText } of changes) {
    edit.replace(Uri.parse(uri), toRange(range), newText, { needsConfirmation: false, label: key, description: file });
  }
  return edit;
}

/** The text is what counts: the version of an open document, and what stands where something else shall stand. */
async function firstOutdated(changes: readonly MetadataChange[]): Promise<MetadataChange | undefined> {
  for (const change of changes) {
    const document = await workspace.openTextDocument(Uri.parse(change.uri));
    if (change.version !== null && document.version !== change.version) return change;
    if (withLineFeeds(document.getText(toRange(change.range))) !== withLineFeeds(change.oldText)) return change;
  }
  return undefined;
}

/** A document in VS Code has one kind of line end, whatever the file has. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** Counts what the preview lets through. Only the first change of a page: what follows is done on save. */
class ChangeCounter {
  values = 0;
  private readonly waiting: Set<string>;
  private readonly all: number;

  constructor(changes: readonly MetadataChange[]) {
    this.waiting = new Set(changedFiles(changes).map((uri) => Uri.parse(uri).toString()));
    this.all = this.waiting.size;
  }

  get files(): number {
    return this.all - this.waiting.size;
  }

  take({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.waiting.delete(document.uri.toString())) return;
    this.values += contentChanges.length;
  }
}
