import { Uri } from 'vscode';
import type { TryEditResult } from '../../../../server/src/protocol';
import { documentOf } from '../documents';
import type { ServerLifecycle } from '../server-lifecycle';
import type { LineHistory } from './line-history';
import type { MadeEdit, PreviewEdit, RowReference, TaskPreview } from '../../../webviews/preview/protocol/messages';
import { changedMeanwhile, editRow, tryRow, type RowTarget } from './row-edits';
import { placeOf } from './row-place';

/** An edit that a panel asked for. */
export interface RequestedEdit {
  readonly request: number;
  readonly row: RowReference;
  readonly edit: PreviewEdit;
}

/** The previews are read only when the page is at rest, so these cover at least the last second. */
const MOST_RECENT = 5;

/**
 * The edits of one panel. They are made one after the other, each in the row that the author saw, wherever that row is
 * now; a row that somebody else changed is left as it is.
 */
export class EditQueue {
  readonly #server: ServerLifecycle;
  readonly #lines: LineHistory;
  /** The last displayed previews of this page, newest first. A fast typist doesn't see the newest one yet. */
  #recent: readonly TaskPreview[] = [];
  #last: Promise<unknown> = Promise.resolve();
  /** Rows that the panel added, by request number. */
  readonly #added = new Map<number, RowTarget>();
  /** Edits whose result the panel hasn't shown yet. */
  #made: readonly { readonly request: number; readonly target: RowTarget }[] = [];

  constructor(server: ServerLifecycle, lines: LineHistory) {
    this.#server = server;
    this.#lines = lines;
  }

  /** A new page was loaded in the panel and hasn't asked for anything yet. */
  reset(): void {
    this.#added.clear();
    this.#made = [];
  }

  /** The panel now shows these tasks. Returns the edits whose result is included for the first time. */
  willShow(preview: TaskPreview): readonly MadeEdit[] {
    const older = this.#recent.filter(
      ({ version, pages }) => version !== preview.version && pages[0]?.uri === preview.pages[0]?.uri,
    );
    this.#recent = [preview, ...older].slice(0, MOST_RECENT);
    const { version } = preview;
    if (version === null) return [];
    const isSeen = ({ target }: { readonly target: RowTarget }): boolean =>
      target.version <= version && target.document.uri.toString() === preview.pages[0]?.uri;
    const seen = this.#made.filter(isSeen);
    this.#made = this.#made.filter((one) => !isSeen(one));
    return seen.map(({ request, target }) => ({ request, row: this.#rowIn(preview, target, version) }));
  }

  /** Makes the edit after those before it. Returns the row in its new version, or a message for the author. */
  edit({ request, row, edit }: RequestedEdit): Promise<RowTarget | { readonly refused: string }> {
    const targetNow = this.#targetOf(row);
    return this.inTurn(async () => {
      const target = await targetNow();
      if (target === undefined) return { refused: changedMeanwhile(edit) };
      const result = await editRow(this.#server, this.#lines, target, edit);
      if ('refused' in result) return result;
      if (edit.command === 'insertRow') this.#added.set(request, result);
      this.#made = [...this.#made, { request, target: result }];
      return result;
    });
  }

  /** What the edit would lead to; `undefined` if the row has changed since, so the author is still typing. */
  async try({ row, edit }: RequestedEdit): Promise<TryEditResult | undefined> {
    const target = await this.#targetOf(row)();
    return target && tryRow(this.#server, target, edit);
  }

  /** Acts after all edits before, so fast typists don't have to wait. */
  inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    // The caller handles the error of its own turn. The next turn only waits.
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #rowIn({ rows }: TaskPreview, { document, line, version }: RowTarget, shown: number): number | null {
    const now = this.#lines.lineIn(document, line, version, shown);
    const row = rows.findIndex((one) => one.line === now);
    return row === -1 ? null : row;
  }

  /** Finds the current position of the row; `undefined` if it was changed by somebody else or no longer exists. */
  #targetOf(reference: RowReference): () => Promise<RowTarget | undefined> {
    if ('added' in reference) return async () => this.#targetNow(this.#added.get(reference.added));
    const preview = this.#recent.find(({ version }) => version === reference.version);
    const place = preview && placeOf(preview, reference.row);
    return async () => {
      const document = place && (await documentOf(Uri.parse(place.page.uri)));
      return document && this.#targetNow({ document, version: reference.version, line: place.row.line });
    };
  }

  #targetNow(target: RowTarget | undefined): RowTarget | undefined {
    const line = target && this.#lines.lineIn(target.document, target.line, target.version);
    return line === undefined || target === undefined
      ? undefined
      : { document: target.document, version: target.document.version, line };
  }
}
