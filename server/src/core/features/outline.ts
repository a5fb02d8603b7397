import { defineMessages, listed, type Message } from '../../messages/index.js';
import { moLettersOf } from '../dialect/mo-letters.js';
import { isWhole } from '../dialect/row-shape.js';
import { stepsOf } from '../dialect/steps.js';
import type { Playbook, Section } from '../model/playbook.js';
import {
  bodyRowsOf,
  cellOf,
  taskIdIn,
  type Cell,
  type PlacedTable,
  type Row,
  type Table,
  type TableSchema,
} from '../model/tables.js';
import { memoized } from '../text/memo.js';
import { shift, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const texts = defineMessages('outline', {
  taskTable: { text: 'Task table', note: 'A table of tasks, in the outline of a page.' },
  taskTableOf: { text: 'Task table: {title}', note: 'In the outline of a page. "title" is the heading of a section.' },
  refreshSummary: { text: 'Refresh summary', note: 'The log of changes to a page, in the outline of the page.' },
  otherTable: { text: 'Table', note: 'A table without a known purpose, in the outline of a page.' },
  emptyRow: { text: 'Empty row', note: 'A row of a task table, in the outline of a page.' },
  count: { text: '{count} {letter}', note: 'The number of mandatory or optional tasks: 7 M.' },
  counts: { text: '{counts}', note: 'The numbers of mandatory and optional tasks: 7 M, 3 O.' },
});

/** A part of a page in the outline. Its texts are strings if they are in the page. */
export interface OutlineNode {
  readonly kind: 'section' | 'step' | 'table' | 'task';
  /** Never empty. */
  readonly name: Message | string;
  readonly detail: Message | string;
  readonly span: Span;
  /** The span to navigate to, inside `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineNode[];
}

/** Sections, their steps and tables, and the tasks in the tables. */
export function outlineOf(playbook: Playbook): readonly OutlineNode[] {
  const { sections, tables } = playbook;
  const steps = new Set(stepsOf(playbook).map(({ heading }) => heading.value));
  const children = sections.map((): OutlineNode[] => []);
  const roots: OutlineNode[] = [];
  const placeUnder = (index: number | undefined, node: OutlineNode): void =>
    void (children[index ?? -1] ?? roots).push(node);
  // Tables first: they precede the subsections of their section.
  for (const placed of tables) placeUnder(placed.heading, tableNode(placed, playbook));
  for (const [index, section] of sections.entries())
    placeUnder(section.parent, sectionNode(section, steps.has(section.heading.value), children[index] ?? []));
  return roots;
}

/** Only the task tables, each named after its step: for an editor that shows the headings of Markdown pages itself. */
export function taskOutlineOf(playbook: Playbook): readonly OutlineNode[] {
  return playbook.tables.flatMap((placed) => {
    if (placed.schema.kind !== 'task') return [];
    const node = tableNode(placed, playbook);
    const title = titleAbove(placed, playbook);
    return [title === '' ? node : { ...node, name: texts.taskTableOf({ title }) }];
  });
}

/** The text that distinguishes task tables: the nearest previous heading other than `FTOP Tasks`. */
function titleAbove({ heading }: PlacedTable, { sections }: Playbook): string {
  for (let section = sections[heading ?? -1]; section !== undefined; section = sections[section.parent ?? -1]) {
    const { text, matches } = section.heading.value;
    if (text !== '' && !matches.some(({ id }) => id === 'ftop-tasks')) return text;
  }
  return '';
}

function sectionNode({ heading, span }: Section, isStep: boolean, children: readonly OutlineNode[]): OutlineNode {
  const { start, value } = heading;
  const isNamed = value.text !== '';
  return {
    kind: isStep ? 'step' : 'section',
    name: isNamed ? value.text : '#'.repeat(value.level),
    detail: '',
    span,
    nameSpan: shift(isNamed ? value.content : value.span, start),
    children,
  };
}

const NAMES: Readonly<Record<TableSchema['kind'], Message>> = {
  task: texts.taskTable,
  refresh: texts.refreshSummary,
  other: texts.otherTable,
};

/** More than anyone scrolls through: a table of ten thousand rows would slow down every editor. */
const MOST_TASKS = 1000;

function tableNode({ table, schema, start }: PlacedTable, playbook: Playbook): OutlineNode {
  const last = table.rows.length - 1;
  const span = { start, end: start + (table.rowStarts[last] ?? 0) + (table.rows[last]?.source.length ?? 0) };
  const nameSpan = { start, end: start + (table.rows[0]?.source.length ?? 0) };
  const tasks = schema.kind === 'task' ? tasksIn(table, schema, playbook) : [];
  const children = tasks.slice(0, MOST_TASKS).map(({ node, at }) => ({
    ...node,
    span: shift(node.span, start + at),
    nameSpan: shift(node.nameSpan, start + at),
  }));
  return {
    kind: 'table',
    name: NAMES[schema.kind],
    detail: countsOf(tasks, schema, playbook),
    span,
    nameSpan,
    children,
  };
}

/** A row as a node whose spans count from the row, and the start of the row in the table. */
interface TaskRow {
  readonly node: OutlineNode;
  readonly at: number;
}

function tasksIn(table: Table, schema: TableSchema, { vocabulary }: Playbook): TaskRow[] {
  const nodeOf = taskNodes(vocabulary)(schema);
  return bodyRowsOf(table).map(({ row, start }) => ({ node: nodeOf(row), at: start }));
}

/** `7 M, 3 O`: the number of tasks per letter of the header. */
function countsOf(tasks: readonly TaskRow[], schema: TableSchema, playbook: Playbook): Message | string {
  const counts = moLettersOf(schema, playbook).flatMap((letter) => {
    const count = tasks.filter(({ node }) => node.detail === letter).length;
    return count === 0 ? [] : [texts.count({ count, letter })];
  });
  return counts.length === 0 ? '' : texts.counts({ counts: listed(counts) });
}

/** Cached by row: unchanged rows of a long table aren't read again. */
const taskNodes = memoized((vocabulary: Vocabulary) =>
  memoized((schema: TableSchema) => memoized((row: Row) => taskNode(row, schema, vocabulary))),
);

function taskNode(row: Row, schema: TableSchema, vocabulary: Vocabulary): OutlineNode {
  const span = { start: 0, end: row.source.length };
  if (!isWhole(row, schema, vocabulary))
    return { kind: 'task', name: namedByText(row.cells), detail: '', span, nameSpan: span, children: [] };
  const idCell = cellOf(row, schema, 'task-id');
  const id = idCell === undefined ? undefined : taskIdIn(idCell);
  const name = `${id?.value ?? ''} ${cellOf(row, schema, 'task-name')?.text ?? ''}`.trim();
  return {
    kind: 'task',
    name: name === '' ? namedByText(row.cells) : name,
    detail: cellOf(row, schema, 'mo')?.text ?? '',
    span,
    nameSpan: id?.span ?? span,
    children: [],
  };
}

/** In an unreadable row, it's unknown which words are the ID and the name. */
function namedByText(cells: readonly Cell[]): Message | string {
  return cells.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ') || texts.emptyRow;
}
