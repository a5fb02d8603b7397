import { defineTexts } from '../shared/texts';
import { nextSorting } from '../shared/sorting';
import {
  panelStateOf,
  type FromPanel,
  type PanelState,
  type ReportTable,
  type Sorting,
  type ToPanel,
} from './protocol/messages';
import { element } from './elements';
import { EMPTY_REPORT } from './empty-report';
import { Grid } from './grid';
import { Rows } from './rows';

const texts = defineTexts('report/view', {
  filter: { text: 'Filter the rows', note: 'Label of a field for words. Read by screen readers.' },
  filterHint: { text: 'Filter: words that a row must contain', note: 'In the empty field.' },
  exportCsv: { text: 'Export CSV', note: 'A button. A verb.' },
  exportXlsx: { text: 'Export .xlsx', note: 'A button. A verb.' },
  refresh: { text: 'Refresh', note: 'A button. A verb.' },
  reading: 'Reading playbooks…',
  rows: '{count, plural, one {# row} other {# rows}}',
  someRows: { text: '{shown, number} of {total, number} rows', note: 'How many rows contain the words of the filter.' },
  noneFound: 'No rows contain all of these words.',
  keys: 'On a column header, press Enter to sort. On a row, press Enter to open its page next to this table.',
});

/** The part of VS Code's API that the panel uses. */
export interface PanelHost {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
}

const EMPTY: ReportTable = { columns: [], rows: [], sortKeys: [] };

/** The whole panel: a toolbar, and the table below. */
export class ReportView {
  readonly #host: PanelHost;
  readonly #kind: PanelState['kind'];
  readonly #filter: HTMLInputElement;
  /** Screen readers read this when it changes. */
  readonly #count = element('p', { role: 'status', class: 'count' });
  readonly #message = element('p', { class: 'message' });
  readonly #exports: readonly HTMLButtonElement[];
  readonly #grid: Grid;
  #sorting: Sorting | null;
  #table: ReportTable | undefined;
  #rows = new Rows(EMPTY);

  constructor(kind: PanelState['kind'], host: PanelHost) {
    this.#host = host;
    this.#kind = kind;
    const state = panelStateOf(host.getState());
    this.#sorting = state?.sorting ?? null;
    this.#filter = element('input', {
      type: 'search',
      id: 'filter',
      placeholder: texts.filterHint,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    this.#filter.value = state?.filter ?? '';
    this.#filter.addEventListener('input', () => this.#filterChanged());
    this.#exports = [
      this.#button(texts.exportCsv, { type: 'export', format: 'csv' }),
      this.#button(texts.exportXlsx, { type: 'export', format: 'xlsx' }),
    ];
    const keys = element('p', { id: 'keys', hidden: '' }, texts.keys);
    this.#grid = new Grid(document.title, keys, {
      sort: (column) => this.#sortBy(column),
      open: (row) => host.postMessage({ type: 'open', row }),
    });
    document.body.append(this.#main(keys));
    document.addEventListener('keydown', (event) => this.#onKey(event));
    this.#say(texts.reading);
    // From now on, VS Code knows which report to restore.
    this.#save();
  }

  /** Handles a message from the extension. */
  take(message: ToPanel): void {
    if (message.type === 'report') this.#setTable(message.table);
    else this.#say(message.type === 'reading' ? texts.reading : message.message);
  }

  #main(keys: HTMLElement): HTMLElement {
    const label = element('label', { for: 'filter', class: 'hidden' }, texts.filter);
    const buttons = element(
      'div',
      { class: 'buttons' },
      ...this.#exports,
      this.#button(texts.refresh, { type: 'refresh' }),
    );
    const bar = element('div', { class: 'bar' }, label, this.#filter, this.#count, buttons);
    return element(
      'main',
      {},
      element('h1', { class: 'hidden' }, document.title),
      bar,
      this.#message,
      this.#grid.element,
      keys,
    );
  }

  #button(text: string, message: FromPanel): HTMLButtonElement {
    const button = element('button', { type: 'button' }, text);
    button.addEventListener('click', () => this.#host.postMessage(message));
    return button;
  }

  #setTable(table: ReportTable): void {
    this.#table = table;
    this.#rows = new Rows(table);
    this.#grid.element.hidden = false;
    this.#grid.setTable(table);
    this.#show();
  }

  /** Shown instead of a table: the report is being read, or reading failed. What was read before is kept. */
  #say(text: string): void {
    if (this.#table === undefined) this.#showMessage(text);
    this.#count.textContent = text;
  }

  #filterChanged(): void {
    if (this.#table === undefined) return;
    this.#show();
    this.#grid.scrollToTop();
    this.#save();
  }

  #sortBy(column: string): void {
    this.#sorting = nextSorting(this.#sorting, column);
    this.#show();
    this.#save();
  }

  #show(): void {
    const total = this.#table?.rows.length ?? 0;
    const shown = this.#rows.shown(this.#filter.value, this.#sorting);
    this.#grid.setRows(shown, this.#sorting);
    this.#count.textContent = countText(shown.length, total);
    this.#showMessage(total === 0 ? EMPTY_REPORT[this.#kind] : shown.length === 0 ? texts.noneFound : '');
    for (const button of this.#exports) button.disabled = total === 0;
    // Without rows, the header isn't useful either.
    this.#grid.element.hidden = total === 0;
  }

  #showMessage(text: string): void {
    this.#message.textContent = text;
    this.#message.hidden = text === '';
    if (this.#table === undefined) this.#grid.element.hidden = true;
  }

  #save(): void {
    this.#host.setState({ kind: this.#kind, filter: this.#filter.value, sorting: this.#sorting });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      this.#filter.focus();
      this.#filter.select();
    } else if (event.key === 'ArrowDown' && event.target === this.#filter && !this.#grid.element.hidden) {
      event.preventDefault();
      this.#grid.focus();
    }
  }
}

function countText(shown: number, total: number): string {
  return shown === total ? texts.rows({ count: total }) : texts.someRows({ shown, total });
}
