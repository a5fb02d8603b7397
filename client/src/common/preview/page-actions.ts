import { commands, Range, Uri, type TextEditor, type WebviewPanel } from 'vscode';
import { rowOffersMethod, type RowOffersResult } from '../../../../server/src/protocol';
import { editIn } from '../commands/edit-request';
import { documentOf } from '../documents';
import type { ServerLifecycle } from '../server-lifecycle';
import { TASK_COLUMNS } from '../../../webviews/preview/columns';
import { EditQueue } from './edit-queue';
import type { LineHistory } from './line-history';
import type {
  FromPreview,
  MadeEdit,
  TaskPreview,
  TaskVersions,
  ToPreview,
} from '../../../webviews/preview/protocol/messages';
import { placeOf, type RowPlace } from './row-place';
import { openLink, rangeOf, showPlace, visibleEditorOf } from './show-row';

/** The requests of a panel that concern a page of the workspace. */
export type PageAction = Extract<
  FromPreview,
  | { readonly type: 'reveal' }
  | { readonly type: 'revealLine' }
  | { readonly type: 'openLink' }
  | { readonly type: 'edit' }
  | { readonly type: 'try' }
  | { readonly type: 'offer' }
  | { readonly type: 'insertTable' | 'undo' | 'redo' | 'save' }
>;

/** The displayed preview, which the indices in the panel's messages refer to. */
export interface Shown {
  readonly preview: TaskPreview;
  readonly versions: TaskVersions | undefined;
}

/** What a panel asks for: shows rows, and has the `EditQueue` edit them. */
export class PageActions {
  readonly #panel: WebviewPanel;
  readonly #server: ServerLifecycle;
  readonly #edits: EditQueue;
  readonly #shown: () => Shown | undefined;
  readonly #showAgain: () => void;
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
    this.#edits = new EditQueue(server, lines);
    this.#shown = shown;
    this.#showAgain = showAgain;
  }

  /** A new page was loaded in the panel and hasn't asked for anything yet. */
  reset(): void {
    this.#edits.reset();
  }

  /** The panel now shows these tasks. Returns the edits whose result is included for the first time. */
  willShow(preview: TaskPreview): readonly MadeEdit[] {
    return this.#edits.willShow(preview);
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
      case 'offer':
        return this.#offer(action);
      case 'insertTable':
        return this.#insertTable();
      case 'undo':
      case 'redo': {
        const { type } = action;
        return this.#edits.inTurn(() => this.#undo(type));
      }
      case 'save':
        return this.#edits.inTurn(() => this.#save());
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
    const href = TASK_COLUMNS[column].cell(place.row)?.parts?.[part]?.href;
    return href === undefined ? undefined : openLink(Uri.parse(place.page.uri), href);
  }

  async #edit({ request, edit, ...row }: Extract<PageAction, { type: 'edit' }>): Promise<string | undefined> {
    const result = await this.#edits.edit({ request, row, edit });
    if ('refused' in result) {
      this.#post({ type: 'refused', request });
      return result.refused;
    }
    if (result.version <= (this.#shown()?.preview.version ?? -1)) this.#showAgain();
    return undefined;
  }

  async #tryEdit({ request, edit, ...row }: Extract<PageAction, { type: 'try' }>): Promise<undefined> {
    const answer = await this.#edits.try({ request, row, edit });
    if (answer === undefined) return;
    const refused = 'refused' in answer ? answer.refused : null;
    this.#post({ type: 'tried', request, problems: 'refused' in answer ? [] : answer.problems, refused });
  }

  async #offer({ request, typed, ownId }: Extract<PageAction, { type: 'offer' }>): Promise<undefined> {
    const uri = this.#shown()?.preview.pages[0]?.uri;
    const tasks =
      uri === undefined ? [] : await this.#server.request<RowOffersResult>(rowOffersMethod, { uri, typed, ownId });
    this.#post({ type: 'offered', request, tasks });
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

  #post(message: ToPreview): void {
    void this.#panel.webview.postMessage(message);
  }

  /** The row in the displayed preview. */
  #shownPlace(index: number): RowPlace | undefined {
    const preview = this.#shown()?.preview;
    return preview && placeOf(preview, index);
  }
}
