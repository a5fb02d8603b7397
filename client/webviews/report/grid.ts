import type { ReportTable, Sorting } from './protocol/messages';
import { columnWidths } from './column-widths';
import { element, setCellText } from './elements';
import { moved, within, type CellPlace, type GridSize } from '../shared/movement';
import { showColumn } from '../shared/show-column';
import { rowsInSight, rowsPerPage, scrolledTo, type Viewport } from '../shared/viewport';

/** The author's actions in the grid. */
export interface GridEvents {
  /** The header of a column was selected. */
  readonly sort: (column: string) => void;
  /** A row was selected, given by its index in the report. */
  readonly open: (row: number) => void;
}

const HEADER = -1;

/**
 * A table of any length. Only the visible rows and the focused row are in the document. Tab reaches one cell at a time,
 * and the arrow keys move from there, as in every grid.
 */
export class Grid {
  readonly element: HTMLElement;
  readonly #events: GridEvents;
  readonly #header: HTMLElement;
  readonly #body: HTMLElement;
  readonly #rows = new Map<number, HTMLElement>();
  #table: ReportTable = { columns: [], rows: [], sortKeys: [] };
  /** Indices of the report, in display order. */
  #shown: readonly number[] = [];
  #active: CellPlace = { row: 0, column: 0 };
  #isDrawing = false;
  /** The layout of the rows in the document. */
  #rowHeight = 0;

  constructor(label: string, description: HTMLElement, events: GridEvents) {
    this.#events = events;
    this.#header = element('div', { role: 'row', 'aria-rowindex': '1', class: 'row' });
    this.#body = element('div', { role: 'rowgroup', class: 'body' });
    const head = element('div', { role: 'rowgroup', class: 'head' }, this.#header);
    this.element = element(
      'div',
      { role: 'grid', class: 'grid', 'aria-label': label, 'aria-readonly': 'true', 'aria-describedby': description.id },
      head,
      this.#body,
    );
    this.element.addEventListener('scroll', () => this.#drawSoon());
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('click', (event) => this.#onClick(event));
    this.element.addEventListener('dblclick', (event) => this.#onDoubleClick(event));
    const resized = new ResizeObserver(() => this.#resized());
    resized.observe(this.element);
    resized.observe(this.#header);
  }

  /** Shows another report. The focus keeps its displayed position. */
  setTable(table: ReportTable): void {
    this.#table = table;
    this.element.setAttribute('aria-colcount', String(table.columns.length));
    this.element.style.setProperty('--columns', columnsStyle(table));
    const isFocused = this.#isFocused();
    this.#header.replaceChildren(...table.columns.map((name, column) => headerCell(name, column)));
    this.#drawAnew(isFocused);
  }

  /** Shows these rows in this order. */
  setRows(shown: readonly number[], sorting: Sorting | null): void {
    const isFocused = this.#isFocused();
    this.#shown = shown;
    this.element.setAttribute('aria-rowcount', String(shown.length + 1));
    for (const [column, cell] of [...this.#header.children].entries()) {
      cell.setAttribute(
        'aria-sort',
        sorting !== null && this.#table.columns[column] === sorting.column ? sorting.direction : 'none',
      );
    }
    this.#drawAnew(isFocused);
  }

  /** Scrolls to the first row, because the new rows are unrelated to the previous ones. */
  scrollToTop(): void {
    this.#active = { row: 0, column: this.#active.column };
    this.element.scrollTop = 0;
    this.#drawAnew(false);
  }

  focus(): void {
    this.#activate(this.#active);
  }

  /** The size of the panel or of its text changed. */
  #resized(): void {
    if (this.#viewport().rowHeight === this.#rowHeight) this.#drawSoon();
    else this.#drawAnew(this.#isFocused());
  }

  #drawAnew(isFocused: boolean): void {
    this.#active = within(this.#active, this.#size());
    this.#rowHeight = this.#viewport().rowHeight;
    this.#body.style.height = `${this.#shown.length * this.#rowHeight}px`;
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#draw();
    if (isFocused) this.focus();
  }

  #drawSoon(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#draw();
    });
  }

  /** Updates the document: the visible rows and the active row, in display order. */
  #draw(): void {
    const wanted = this.#wantedRows();
    for (const [row, drawn] of this.#rows) {
      if (wanted.has(row)) continue;
      drawn.remove();
      this.#rows.delete(row);
    }
    let next = this.#body.firstChild;
    for (const row of [...wanted].sort((a, b) => a - b)) {
      const drawn = this.#rows.get(row) ?? this.#newRow(row);
      // Existing elements aren't moved, because a moved cell loses the focus.
      if (drawn === next) next = drawn.nextSibling;
      else this.#body.insertBefore(drawn, next);
    }
    this.#markActive();
  }

  #wantedRows(): Set<number> {
    const { first, end } = rowsInSight(this.#viewport(), this.#shown.length);
    const wanted = new Set(Array.from({ length: end - first }, (_, index) => first + index));
    if (this.#active.row !== HEADER && this.#active.row < this.#shown.length) wanted.add(this.#active.row);
    return wanted;
  }

  #newRow(row: number): HTMLElement {
    const cells = this.#table.rows[this.#shown[row] ?? -1] ?? [];
    const drawn = element('div', {
      role: 'row',
      'aria-rowindex': String(row + 2),
      class: row % 2 === 0 ? 'row' : 'row odd',
    });
    drawn.append(...this.#table.columns.map((_, column) => bodyCell(cells[column] ?? '', column)));
    drawn.style.top = `${row * this.#rowHeight}px`;
    drawn.dataset['row'] = String(row);
    this.#rows.set(row, drawn);
    return drawn;
  }

  #markActive(): void {
    for (const cell of this.element.querySelectorAll('[tabindex="0"]')) cell.setAttribute('tabindex', '-1');
    for (const row of this.element.querySelectorAll('.active')) row.classList.remove('active');
    const cell = this.#cellAt(this.#active);
    cell?.setAttribute('tabindex', '0');
    if (this.#active.row !== HEADER) cell?.parentElement?.classList.add('active');
  }

  /** Moves the focus to a cell, and makes it visible. */
  #activate(place: CellPlace): void {
    this.#active = within(place, this.#size());
    if (this.#active.row !== HEADER) this.element.scrollTop = scrolledTo(this.#active.row, this.#viewport());
    this.#draw();
    const cell = this.#cellAt(this.#active);
    cell?.focus({ preventScroll: true });
    const first = this.#header.firstElementChild;
    if (cell !== undefined && first instanceof HTMLElement && this.#active.column > 0)
      showColumn(this.element, cell, first);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.shiftKey) return;
    const toTheEnd = event.ctrlKey || event.metaKey;
    if (!toTheEnd && (event.key === 'Enter' || (event.key === ' ' && this.#active.row === HEADER))) {
      event.preventDefault();
      this.#choose(this.#active);
      return;
    }
    const target = moved(this.#active, { key: event.key, toTheEnd }, this.#size());
    if (target === undefined) return;
    event.preventDefault();
    this.#activate(target);
  }

  #onClick(event: MouseEvent): void {
    const place = this.#placeOf(event.target);
    if (place === undefined) return;
    this.#activate(place);
    if (place.row === HEADER) this.#choose(place);
  }

  #onDoubleClick(event: MouseEvent): void {
    const place = this.#placeOf(event.target);
    if (place !== undefined && place.row !== HEADER) this.#choose(place);
  }

  #choose({ row, column }: CellPlace): void {
    const [name, index] = [this.#table.columns[column], this.#shown[row]];
    if (row === HEADER && name !== undefined) this.#events.sort(name);
    else if (index !== undefined) this.#events.open(index);
  }

  #placeOf(target: EventTarget | null): CellPlace | undefined {
    const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
    const row = cell?.parentElement;
    if (!cell || !row) return undefined;
    return {
      row: row === this.#header ? HEADER : Number(row.dataset['row']),
      column: Number(cell.getAttribute('aria-colindex')) - 1,
    };
  }

  #cellAt({ row, column }: CellPlace): HTMLElement | undefined {
    const cell = (row === HEADER ? this.#header : this.#rows.get(row))?.children[column];
    return cell instanceof HTMLElement ? cell : undefined;
  }

  #isFocused(): boolean {
    return this.element.contains(document.activeElement);
  }

  #size(): GridSize {
    return { rows: this.#shown.length, columns: this.#table.columns.length, page: rowsPerPage(this.#viewport()) };
  }

  #viewport(): Viewport {
    // The header covers the rows and is as high as one of them.
    const rowHeight = this.#header.offsetHeight || 24;
    return { scrollTop: this.element.scrollTop, height: Math.max(0, this.element.clientHeight - rowHeight), rowHeight };
  }
}

/** The first column is always visible; in a narrow panel, it leaves space for the others. */
function columnsStyle(table: ReportTable): string {
  return columnWidths(table)
    .map((width, column) => (column === 0 ? `min(${width}ch, 45cqi)` : `${width}ch`))
    .join(' ');
}

function headerCell(name: string, column: number): HTMLElement {
  const cell = element('div', {
    role: 'columnheader',
    'aria-colindex': String(column + 1),
    'aria-sort': 'none',
    tabindex: '-1',
    class: 'cell',
  });
  setCellText(cell, name);
  return cell;
}

function bodyCell(value: string | number, column: number): HTMLElement {
  const kind = typeof value === 'number' ? 'cell number' : 'cell';
  const cell = element('div', {
    role: column === 0 ? 'rowheader' : 'gridcell',
    'aria-colindex': String(column + 1),
    tabindex: '-1',
    class: kind,
  });
  setCellText(cell, String(value));
  return cell;
}
