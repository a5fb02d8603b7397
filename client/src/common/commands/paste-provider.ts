import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
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
import type { ServerLifecycle } from '../server-lifecycle';
import { toRange, toTextRange } from './edit-request';

/** Offers to paste a copied range of a spreadsheet as rows, where VS Code can offer ways to paste. */
export function registerPasteProvider(server: ServerLifecycle): Disposable[] {
  // Newer than the oldest editor we run in, in some of its builds.
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
    // The row goes below: nothing is to be written at the caret itself.
    const title = l10n.t('Paste as Task Rows');
    const edit = new DocumentPasteEdit('', answer.note === undefined ? title : `${title}. ${answer.note}`, this.#kind);
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
    } catch {
      // Pasting goes on without us.
      return undefined;
    }
  }
}

/** The server says for sure; most pastes are nowhere near a table, and need not wait for it. A row may lack its first pipe. */
function mayBeRow(document: TextDocument, { start, isEmpty }: Range): boolean {
  return isEmpty && document.lineAt(start.line).text.includes('|');
}

/**
 * `undefined`: what was copied does not look like several cells. A single one is text to go where the caret is; and
 * lines of a table are rows already, which an author who moves them wants exactly where the caret is.
 */
async function copiedRows(transfer: DataTransfer): Promise<CopiedRows | undefined> {
  const text = await transfer.get('text/plain')?.asString();
  if (text === undefined || !text.includes('\t') || text.trimStart().startsWith('|')) return undefined;
  const html = await transfer.get('text/html')?.asString();
  return { text, onlyInTaskTable: true, ...(html !== undefined && /<tr[\s>]/i.test(html) && { html }) };
}
