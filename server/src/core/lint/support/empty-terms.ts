import { defineMessages } from '../../../messages/index.js';
import { termsElsewhere } from '../../comparison/terms-elsewhere.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import { stepsOf } from '../../dialect/steps.js';
import { cutShort, taskCell, taskNameOf, withEscapedPipes } from '../../dialect/task-rows.js';
import type { TermColumn } from '../../dialect/task-terms.js';
import type { LabelLine } from '../../model/labels.js';
import type { Playbook } from '../../model/playbook.js';
import { rowFacts } from '../../model/row-facts.js';
import { columnIndex, isBodyRow, type Table, type TableSchema } from '../../model/tables.js';
import { memoized } from '../../text/memo.js';
import { shift, type Span } from '../../text/span.js';
import type { LabelId } from '../../vocabulary/vocabulary.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PageSummary } from '../../workspace-index/page-summary.js';
import type { Fix } from '../rule.js';
import { suggestion, titles } from './fixes.js';
import { termsInOwnWords } from './own-words.js';

const texts = defineMessages('empty-terms', {
  insertOfStep: {
    text: 'Insert "{text}", as in the line "{label}" of the step',
    note: 'Title of a fix. {text}: roles or services. {label}: Primary Role, Applies To.',
  },
});

/** A task without a role or service, though other tasks of its table have one. */
export interface EmptyTermCell {
  readonly id: string;
  /** From pipe to pipe, in the table. */
  readonly span: Span;
}

/** The empty cells of a column that the table uses. */
export function emptyTermCells(
  table: Table,
  schema: TableSchema,
  column: TermColumn,
  page: ReadingContext,
): EmptyTermCell[] {
  if (schema.kind !== 'task') return [];
  const empty = emptyIn(schema)
    [column](table)
    .flatMap(({ index, value: row }): EmptyTermCell[] => {
      const cell = taskCell(row, schema, column, page);
      const id = taskNameOf(row);
      return cell?.text === '' && id !== '' ? [{ id, span: shift(cell.outer, table.rowStarts[index] ?? 0) }] : [];
    });
  return empty.length > 0 && isUsed(columnIndex(schema, column), table) ? empty : [];
}

/** The rows with an empty cell in the column. */
const emptyIn = memoized((schema: TableSchema) => {
  const rowsWithout = (column: TermColumn) => {
    const at = columnIndex(schema, column);
    return rowFacts((row) => (row.cells[at]?.text === '' ? row : undefined));
  };
  return { role: rowsWithout('role'), services: rowsWithout('services') };
});

function isUsed(column: number, table: Table): boolean {
  return table.rows.some(({ cells }, index) => isBodyRow(table, index) && (cells[column]?.text ?? '') !== '');
}

/** Where an empty cell is, and what is known about its task. */
export interface EmptyTermSource {
  readonly playbook: Playbook;
  readonly summary: PageSummary;
  readonly index: IndexReader;
  readonly page: ReadingContext;
}

/** The empty cells of all tables, each with the fixes that other pages and the step suggest. Offsets into the file. */
export function emptyTermsWithFixes(
  column: TermColumn,
  source: EmptyTermSource,
): (EmptyTermCell & { readonly fixes: Fix[] })[] {
  return source.playbook.tables.flatMap(({ table, schema, start }) =>
    emptyTermCells(table, schema, column, source.page).map(({ id, span }) => {
      const cell = shift(span, start);
      return { id, span: cell, fixes: fixesFor(id, cell, column, source) };
    }),
  );
}

const TERMS = { role: 'roles', services: 'services' } as const;
const LABELS: Readonly<Record<TermColumn, LabelId>> = { role: 'primary-role', services: 'applies-to' };
const MOST_CHOICES = 3;

function fixesFor(id: string, span: Span, column: TermColumn, source: EmptyTermSource): Fix[] {
  const { summary, index, page, playbook } = source;
  const known = termsElsewhere(id, column, summary, index)
    .map(({ terms, language }) =>
      language === page.language ? terms.value : termsInOwnWords(terms, TERMS[column], language, page),
    )
    .filter((text) => text !== '');
  if (known.length > 0)
    return [...new Set(known)]
      .slice(0, MOST_CHOICES)
      .map((text) => suggestion(titles.insert({ text: cutShort(text) }), insertion(span, text)));
  const label = labelAbove(span.start, LABELS[column], playbook);
  if (label === undefined || label.value.parts.length !== 1 || label.value.parts[0]?.matches.length === 0) return [];
  const { text } = label.value;
  if (!/[\p{L}]/u.test(text)) return [];
  return [suggestion(texts.insertOfStep({ text, label: label.label.value }), insertion(span, text))];
}

/** The label line of the step that contains `offset`. */
function labelAbove(offset: number, id: LabelId, playbook: Playbook): LabelLine | undefined {
  const heading = [...playbook.headings].reverse().find(({ start, value }) => value.level <= 3 && start < offset);
  const step = stepsOf(playbook).find((one) => one.heading === heading);
  return step?.labels.find(({ value }) => value.id === id)?.value;
}

function insertion(span: Span, text: string): { span: Span; newText: string } {
  return { span, newText: ` ${withEscapedPipes(text)} ` };
}
