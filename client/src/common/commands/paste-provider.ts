import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  WorkspaceEdit,
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  type DocumentPasteEditProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { editMethod, type CopiedRows, type EditAnswer, type EditParams } from '../../../../server/src/protocol';
import { playbookSelector } from '../client-options';
import { logFailure } from '../log';
import type { ServerLifecycle } from '../server-lifecycle';
import { toRange, toTextRange } from './edit-request';
import { defineTexts } from '../texts';

const texts = defineTexts('paste-provider', {
  title: { text: 'Paste as Task Rows', note: 'A way to paste, in a list.' },
  titleWithNote: {
    text: 'Paste as Task Rows. {note}',
    note: 'A way to paste, in a list. {note} is a sentence about what will be pasted.',
  },
});

/** Offers to paste a copied spreadsheet range as rows, if VS Code supports paste providers. */
export function registerPasteProvider(server: ServerLifecycle): Disposable[] {
  // This API is newer than some builds of the oldest supported editor.
  if (typeof languages.registerDocumentPasteEditProvider !== 'function') return [];
  const kind = DocumentDropOrPasteEditKind.Text.append('playbook', 'rows');
  return [
    languages.registerDocumentPasteEditProvider(playbookSelector(), new RowPaster(server, kind), {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/html', 'text/plain'],
    }),
  ];
}

class RowPaster implements DocumentPasteEditProvider {
  readonly #server: ServerLifecycle;
  readonly #kind: DocumentDropOrPasteEditKind;
  constructor(server: ServerLifecycle, kind: DocumentDropOrPasteEditKind) {
    this.#server = server;
    this.#kind = kind;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range]: readonly Range[],
    transfer: DataTransfer,
    _: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[]> {
    if (range === undefined || !mayBeRow(document, range)) return [];
    const copied = await copiedRows(transfer);
    if (copied === undefined) return [];
    const answer = await this.#planFor(document, range, copied, token);
    if (answer === undefined || 'refused' in answer) return [];
    // The rows are inserted below, so nothing is inserted at the caret itself.
    const title = answer.note === undefined ? texts.title : texts.titleWithNote({ note: answer.note });
    const edit = new DocumentPasteEdit('', title, this.#kind);
    edit.additionalEdit = new WorkspaceEdit();
    for (const one of answer.edits) edit.additionalEdit.replace(document.uri, toRange(one.range), one.newText);
    return [edit];
  }

  async #planFor(
    { uri, version }: TextDocument,
    range: Range,
    args: CopiedRows,
    token: CancellationToken,
  ): Promise<EditAnswer | undefined> {
    try {
      return await this.#server.request<EditAnswer>(
        editMethod,
        { uri: uri.toString(), version, range: toTextRange(range), command: 'pasteRows', args } satisfies EditParams,
        token,
      );
    } catch (error) {
      // Paste works without us.
      if (!token.isCancellationRequested) logFailure('Planning to paste task rows', error);
      return undefined;
    }
  }
}

/**
 * A quick check, because most pastes aren't in a table and shouldn't have to wait for the server, which decides. A row
 * may lack its first pipe.
 */
function mayBeRow(document: TextDocument, { start, isEmpty }: Range): boolean {
  return isEmpty && document.lineAt(start.line).text.includes('|');
}

/**
 * `undefined`: the clipboard doesn't look like several cells. A single cell is text for the caret. Lines of a table are
 * already rows, and an author who moves them wants them exactly at the caret.
 */
async function copiedRows(transfer: DataTransfer): Promise<CopiedRows | undefined> {
  const text = await transfer.get('text/plain')?.asString();
  if (text === undefined || !text.includes('\t') || text.trimStart().startsWith('|')) return undefined;
  const html = await transfer.get('text/html')?.asString();
  return { text, onlyInTaskTable: true, ...(html !== undefined && /<tr[\s>]/i.test(html) && { html }) };
}
