import { commands, Range, Uri, type TextEditor, type WebviewPanel } from 'vscode';
import { editIn } from '../commands/edit-request';
import { documentOf } from '../documents';
import type { ServerLifecycle } from '../server-lifecycle';
import type { LineHistory } from './line-history';
import type {
  FromPreview,
  MadeEdit,
  PreviewPage,
  PreviewRow,
  RowReference,
  TaskPreview,
  TaskVersions,
  ToPreview,
} from './messages';
import { changedMeanwhile, editRow, tryRow, type RowTarget } from './row-edits';
import { cellIn, openLink, rangeOf, showPlace, visibleEditorOf } from './show-row';

/** The requests of a panel that concern a page of the workspace. */
export type PageAction = Extract<
  FromPreview,
  | { readonly type: 'reveal' }
  | { readonly type: 'revealLine' }
  | { readonly type: 'openLink' }
  | { readonly type: 'edit' }
  | { readonly type: 'try' }
  | { readonly type: 'insertTable' | 'undo' | 'redo' | 'save' }
>;

/** The displayed preview, which the indices in the panel's messages refer to. */
export interface Shown {
  readonly preview: TaskPreview;
  readonly versions: TaskVersions | undefined;
}

/** The previews are read only when the page is at rest, so these cover at least the last second. */
const MOST_RECENT = 5;

interface Place {
  readonly row: PreviewRow;
  readonly page: PreviewPage;
}

/** Shows and edits rows. */
export class PageActions {
  readonly #panel: WebviewPanel;
  readonly #server: ServerLifecycle;
  readonly #lines: LineHistory;
  readonly #shown: () => Shown | undefined;
  readonly #showAgain: () => void;
  /** The last displayed previews of this page, newest first. A fast typist doesn't see the newest one yet. */
  #recent: readonly TaskPreview[] = [];
  /** The last change requested for the page. */
  #lastEdit: Promise<unknown> = Promise.resolve();
  /** Rows that the panel added, by request number. */
  readonly #added = new Map<number, RowTarget>();
  /** Edits whose result the panel hasn't seen yet. */
  #made: readonly { readonly request: number; readonly target: RowTarget }[] = [];

  constructor(
    panel: WebviewPanel,
    server: ServerLifecycle,
    lines: LineHistory,
    shown: () => Shown | undefined,
    /** An edit changed nothing, so the page isn't read again. */
    showAgain: () => void,
  ) {
    this.#panel = panel;
    this.#server = server;
    this.#lines = lines;
    this.#shown = shown;
    this.#showAgain = showAgain;
  }

  /** A new page was loaded in the panel and hasn't sent anything yet. */
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

  #rowIn({ rows }: TaskPreview, { document, line, version }: RowTarget, shown: number): number | null {
    const now = this.#lines.lineIn(document, line, version, shown);
    const row = rows.findIndex((one) => one.line === now);
    return row === -1 ? null : row;
  }

  /** Returns a message for the author if the request failed. */
  async take(action: PageAction): Promise<string | undefined> {
    switch (action.type) {
      case 'reveal':
        return this.#reveal(action);
      case 'revealLine':
        return this.#revealLine(action);
      case 'openLink':
        return this.#openLink(action);
      case 'edit':
        return this.#edit(action);
      case 'try':
        return this.#tryEdit(action);
      case 'insertTable':
        return this.#insertTable();
      case 'undo':
      case 'redo': {
        const { type } = action;
        return this.#inTurn(() => this.#undo(type));
      }
      case 'save':
        return this.#inTurn(() => this.#save());
    }
  }

  async #reveal({ row: index, column, takesFocus }: Extract<PageAction, { type: 'reveal' }>): Promise<undefined> {
    const place = this.#shownPlace(index);
    if (place !== undefined)
      await showPlace(Uri.parse(place.page.uri), rangeOf(place.row, column), {
        panelColumn: this.#panel.viewColumn,
        takesFocus,
      });
  }

  async #revealLine({ page, line }: Extract<PageAction, { type: 'revealLine' }>): Promise<undefined> {
    const shown = this.#shown();
    const pages = page === null ? shown?.preview.pages : shown?.versions?.pages;
    const uri = pages?.[page ?? 0]?.uri;
    if (uri !== undefined)
      await showPlace(Uri.parse(uri), new Range(line, 0, line, 0), {
        panelColumn: this.#panel.viewColumn,
        takesFocus: true,
      });
  }

  async #openLink({
    row: index,
    column,
    part,
  }: Extract<PageAction, { type: 'openLink' }>): Promise<string | undefined> {
    const place = this.#shownPlace(index);
    if (place === undefined) return undefined;
    const href = cellIn(place.row, column)?.parts?.[part]?.href;
    return href === undefined ? undefined : openLink(Uri.parse(place.page.uri), href);
  }

  async #edit({ request, edit, ...reference }: Extract<PageAction, { type: 'edit' }>): Promise<string | undefined> {
    const targetNow = this.#targetOf(reference);
    return this.#inTurn(async () => {
      const target = await targetNow();
      const result =
        target === undefined
          ? { refused: changedMeanwhile(edit) }
          : await editRow(this.#server, this.#lines, target, edit);
      if ('refused' in result) {
        this.#post({ type: 'refused', request });
        return result.refused;
      }
      if (edit.command === 'insertRow') this.#added.set(request, result);
      this.#made = [...this.#made, { request, target: result }];
      if (result.version <= (this.#shown()?.preview.version ?? -1)) this.#showAgain();
      return undefined;
    });
  }

  /** Changes to the page are made one after the other, so fast typists don't have to wait. */
  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#lastEdit.then(act);
    this.#lastEdit = turn.catch(() => undefined);
    return turn;
  }

  async #tryEdit({ request, edit, ...reference }: Extract<PageAction, { type: 'try' }>): Promise<undefined> {
    const target = await this.#targetOf(reference)();
    // If the author is still typing in a cell, the next version informs them.
    if (target === undefined) return;
    const answer = await tryRow(this.#server, target, edit);
    const result =
      'refused' in answer ? { problems: [], refused: answer.refused } : { problems: answer.problems, refused: null };
    this.#post({ type: 'tried', request, ...result });
  }

  /** At the caret of the page's editor, where the author sees the result. */
  async #insertTable(): Promise<undefined> {
    const editor = await this.#ownEditor();
    if (editor !== undefined) await editIn(editor, this.#server, { command: 'insertTable' });
  }

  /** VS Code undoes the last change in the editor that has the focus, so the focus moves there temporarily. */
  async #undo(command: 'undo' | 'redo'): Promise<undefined> {
    if ((await this.#ownEditor()) === undefined) return;
    await commands.executeCommand(command);
    this.#panel.reveal(undefined, false);
    this.#post({ type: 'focus', line: null });
  }

  /** VS Code itself doesn't save from within a panel. */
  async #save(): Promise<undefined> {
    const [page] = this.#shown()?.preview.pages ?? [];
    if (page === undefined) return;
    await (await documentOf(Uri.parse(page.uri)))?.save();
  }

  /** Shows the editor of the page and gives it the focus. */
  async #ownEditor(): Promise<TextEditor | undefined> {
    const [page] = this.#shown()?.preview.pages ?? [];
    if (page === undefined) return undefined;
    const uri = Uri.parse(page.uri);
    const selection = visibleEditorOf(uri)?.selection ?? new Range(0, 0, 0, 0);
    return showPlace(uri, selection, { panelColumn: this.#panel.viewColumn, takesFocus: true });
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

  #post(message: ToPreview): void {
    void this.#panel.webview.postMessage(message);
  }

  /** The row in the displayed preview. */
  #shownPlace(index: number): Place | undefined {
    const preview = this.#shown()?.preview;
    return preview && placeOf(preview, index);
  }
}

function placeOf(preview: TaskPreview, index: number): Place | undefined {
  const row = preview.rows[index];
  const page = preview.pages[preview.tables[row?.table ?? -1]?.page ?? -1];
  return row === undefined || page === undefined ? undefined : { row, page };
}
