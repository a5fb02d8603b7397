import { defineMessages } from '../../messages/index.js';
import { columnIndex } from '../model/tables.js';
import type { Playbook } from '../model/playbook.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { RefreshColumnId, TaskColumnId } from '../vocabulary/vocabulary.js';
import type { CellPlace } from '../features/caret-place.js';
import { COLUMN_PURPOSES } from '../features/purposes.js';
import { cellEdit, isPadded } from './cell-edit.js';
import { all, NO_COMPLETIONS, type Completion, type CompletionRequest, type Completions } from './completion.js';
import { largest, smallest } from '../text/lists.js';

const texts = defineMessages('header-cells', {
  delimiterRow: { text: 'the line below the header', note: 'A suggested line of a Markdown table.' },
  allColumns: { text: 'all columns', note: 'A suggested header of a table.' },
  column: { text: 'column', note: 'A suggested column of a table, in the header.' },
  translatedColumn: {
    text: 'column: {english}',
    note: 'A suggested column of a table. "english" is its name in English.',
  },
});

type ColumnId = TaskColumnId | RefreshColumnId;

/** The columns of one kind of table, in order. */
interface Layout {
  readonly terms: TermSet<ColumnId>;
  readonly order: readonly ColumnId[];
}

/** The columns for this position; in an empty header, all of them at once first. */
export function headerCompletions(place: CellPlace, request: CompletionRequest): Completions {
  const { playbook, typed } = request;
  const layouts = layoutsFor(place, playbook);
  // A pipe at the start of a line can begin any table; only after its heading is the kind clear.
  if (layouts.length > 1 && typed !== undefined) return NO_COMPLETIONS;
  return all(layouts.flatMap((layout) => [...wholeHeader(place, layout, request), ...columns(place, layout, request)]));
}

/** The delimiter row for the header, with its width. */
export function delimiterCompletions(place: CellPlace, { playbook: { text }, offset }: CompletionRequest): Completions {
  const header = place.placed.table.rows[place.placed.table.header ?? -1];
  if (header === undefined || text.slice(place.start, place.start + place.row.source.length).trim() !== '|')
    return NO_COMPLETIONS;
  const mo = columnIndex(place.placed.schema, 'mo');
  const dashes = header.cells.map((_, index) => (index === mo ? ':---:' : '---')).join('|');
  return all([
    {
      label: `|${dashes}|`,
      kind: 'row',
      detail: texts.delimiterRow,
      filterText: dashes,
      edit: { span: { start: offset, end: offset }, newText: `${dashes}|` },
    },
  ]);
}

/** Task tables, logs, or both if the kind is unknown. */
function layoutsFor({ placed, row, cell: own }: CellPlace, { headings, vocabulary }: Playbook): readonly Layout[] {
  const task: Layout = { terms: vocabulary.taskColumns as TermSet<ColumnId>, order: vocabulary.taskLayouts[0] ?? [] };
  const refresh: Layout = {
    terms: vocabulary.refreshColumns as TermSet<ColumnId>,
    order: vocabulary.refreshColumns.ids(),
  };
  if (placed.schema.kind === 'task') return [task];
  if (placed.schema.kind === 'refresh') return [refresh];
  const others = row.cells.filter(({ text }, index) => index !== own && text !== '');
  // The columns of an author's own table are unknown.
  if (others.length > 0)
    return [task, refresh]
      .filter(({ terms }) => others.every(({ text }) => terms.lookup(plain(text)).length > 0))
      .slice(0, 1);
  const above = headings[placed.heading ?? -1]?.value.matches[0]?.id;
  return above === 'ftop-tasks' ? [task] : above === 'refresh-summary' ? [refresh] : [task, refresh];
}

function plain(text: string): string {
  return text.replaceAll('**', '').trim();
}

function wholeHeader(
  place: CellPlace,
  { terms, order }: Layout,
  { playbook: { text, language }, offset }: CompletionRequest,
): Completion[] {
  const isOnly =
    place.cell === 0 &&
    place.row.cells.slice(1).every((cell) => cell.text === '') &&
    text[place.outer.start - 1] === '|';
  if (!isOnly || order.length === 0) return [];
  const names = order.map((id) => terms.spelling(id, language));
  const separator = isPadded(place) ? ' | ' : '|';
  const end = place.start + place.row.source.trimEnd().length;
  const span = { start: Math.min(place.span.start, offset), end: Math.max(end, offset) };
  const lead = text.slice(span.start, place.span.start) || (text[span.start - 1] === '|' && isPadded(place) ? ' ' : '');
  return [
    {
      label: names.join(' | '),
      kind: 'row',
      detail: texts.allColumns,
      edit: { span, newText: `${lead}${names.join(separator)}${isPadded(place) ? ' |' : '|'}` },
    },
  ];
}

/** The columns that no other cell names, if they keep the order. */
function columns(
  place: CellPlace,
  { terms, order }: Layout,
  { playbook: { text, language }, offset }: CompletionRequest,
): Completion[] {
  const places = place.row.cells.map((cell) =>
    order.indexOf(terms.lookup(plain(cell.text))[0]?.id ?? ('' as ColumnId)),
  );
  const above = Math.max(-1, largest(places.slice(0, place.cell)));
  const below = Math.min(order.length, smallest(places.slice(place.cell + 1).filter((at) => at !== -1)));
  return order.slice(above + 1, below).map((id) => {
    const [spelling, english] = [terms.spelling(id, language), terms.spelling(id, 'en')];
    return {
      label: spelling,
      kind: 'column',
      detail: spelling === english ? texts.column : texts.translatedColumn({ english }),
      documentation: COLUMN_PURPOSES[id],
      ...(spelling !== english && { filterText: `${spelling} ${english}` }),
      edit: cellEdit(place, text, offset, spelling),
    };
  });
}
