import type { Problem } from '../lint/rule.js';
import { lettersOf } from '../edits/task-letters.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook } from '../model/playbook.js';
import { isBodyRow, type Column, type PlacedTable, type Row, type TableSchema } from '../model/tables.js';
import { audienceOf, phasesOf } from '../summary/page-facts.js';
import { readingPage } from '../summary/reading-page.js';
import { fieldNamed } from '../model/front-matter.js';
import { memoized } from '../text/memo.js';
import type { Placed } from '../text/span.js';
import type { LabelId, MandatoryLetters, TaskColumnId } from '../vocabulary/vocabulary.js';
import type { Language } from '../vocabulary/language.js';
import { NO_STEP, stepsAround, type StepAround } from './step-around.js';
import { shownRow, standsInColumns, type ShownRow } from './task-row.js';

/** The tasks of a page as the task preview shows them. Offsets count in the file where nothing else is said. */
export interface TaskPreview {
  /** Every task table, with rows or without, in source order; what a blank line cut off is a table too. */
  readonly tables: readonly PreviewTable[];
  /** The body rows of all of them, in source order. */
  readonly rows: readonly PreviewRow[];
}

export interface PreviewTable {
  /** Of the header, or of the first row where there is none. */
  readonly start: number;
  readonly section: string;
  readonly step: string;
  /** What the label lines of the step say. */
  readonly primaryRole: string;
  readonly appliesTo: string;
  readonly columns: readonly TaskColumnId[];
  readonly letters: MandatoryLetters;
}

export interface PreviewRow {
  /** Index in `tables`. */
  readonly table: number;
  /** Of the line. */
  readonly start: number;
  /** The line. */
  readonly source: string;
  readonly shown: ShownRow;
  readonly problems: readonly RowProblem[];
}

export interface RowProblem {
  readonly problem: Problem;
  /** The column it lies in; `undefined` for the row as a whole. */
  readonly column: TaskColumnId | undefined;
}

/** What the page as a whole is. */
export interface PageFacts {
  /** Of the front matter, or else the first heading; empty without either. */
  readonly title: string;
  readonly language: Language;
  /** Neutral ids. */
  readonly phases: readonly string[];
  readonly audience: readonly string[];
}

/** `problems`: of the page. */
export function taskPreview(playbook: Playbook, problems: readonly Problem[]): TaskPreview {
  const page = readingPage(playbook);
  const tables = playbook.tables.filter(({ schema }) => schema.kind === 'task');
  const problemsIn = problemsByLine([...problems].sort((a, b) => a.span.start - b.span.start));
  const rows: PreviewRow[] = [];
  for (const [table, placed] of tables.entries()) {
    const { schema, start, table: { rows: lines, rowStarts } } = placed;
    for (let index = 0; index < lines.length; index++) {
      const row = lines[index];
      if (row === undefined || !isBodyRow(placed.table, index)) continue;
      const at = start + (rowStarts[index] ?? 0);
      const found = problemsIn(at, at + row.source.length);
      rows.push({
        table,
        start: at,
        source: row.source,
        shown: shownRow(row, schema, page),
        problems: found.length === 0 ? NONE : found.map((problem) => ({ problem, column: standsInColumns(row, schema, page) ? columnAt(row, schema, problem.span.start - at) : undefined })),
      });
    }
  }
  return { tables: previewTables(playbook, tables), rows };
}

/** What an editor shows of the page above its tasks. */
export function pageFacts(playbook: Playbook): PageFacts {
  const title = fieldNamed(playbook.frontMatter, 'title')?.value.text.trim() ?? '';
  return { title: title === '' ? (playbook.headings[0]?.value.text ?? '') : title, language: playbook.language, phases: phasesOf(playbook), audience: audienceOf(playbook) };
}

const NONE: readonly never[] = [];

/** Finds the problems that start in a line; the lines are asked for from top to bottom. */
function problemsByLine(problems: readonly Problem[]): (start: number, end: number) => readonly Problem[] {
  let next = 0;
  return (start, end) => {
    while (next < problems.length && (problems[next]?.span.start ?? 0) < start) next++;
    const first = next;
    while (next < problems.length && (problems[next]?.span.start ?? 0) <= end) next++;
    return first === next ? NONE : problems.slice(first, next);
  };
}

/** The column whose cell holds the offset, counted from the row. */
function columnAt(row: Row, { columns }: TableSchema, offset: number): TaskColumnId | undefined {
  const index = row.cells.findIndex(({ outer }) => outer.start <= offset && (offset < outer.end || offset === outer.start));
  return taskColumn(columns[index]);
}

function taskColumn(column: Column | undefined): TaskColumnId | undefined {
  const id = column?.id;
  return id === undefined || id === 'date' || id === 'who' || id === 'what' || id === 'notes' ? undefined : id;
}

function previewTables(playbook: Playbook, tables: readonly PlacedTable[]): PreviewTable[] {
  const { steps, labels } = surroundingsOf(playbook);
  return tables.map(({ table, schema, start, heading }) => {
    const { section, step, labelled } = steps[heading ?? -1] ?? NO_STEP;
    const own = labels.get(labelled ?? -1) ?? NONE;
    const columns = [...new Set(schema.columns.flatMap((column) => taskColumn(column) ?? []))];
    return { start: start + (table.rowStarts[table.header ?? 0] ?? 0), section, step, primaryRole: labelText(own, 'primary-role'), appliesTo: labelText(own, 'applies-to'), columns, letters: lettersOf(schema, playbook) };
  });
}

interface Surroundings {
  readonly steps: readonly StepAround[];
  /** By the index of the heading that they stand under. */
  readonly labels: ReadonlyMap<number, readonly Placed<LabelLine>[]>;
}

const surroundingsOf = memoized(({ headings, labels }: Playbook): Surroundings => {
  const byHeading = new Map<number, Placed<LabelLine>[]>();
  let heading = -1;
  for (const label of labels) {
    for (let next = headings[heading + 1]; next !== undefined && next.start + next.value.span.start < label.start + label.value.line.start; next = headings[heading + 1]) heading++;
    const known = byHeading.get(heading);
    if (known === undefined) byHeading.set(heading, [label]);
    else known.push(label);
  }
  const above = headings.map(({ value: { level, text, matches } }) => ({ level, text, isForTasks: matches.some(({ id }) => id === 'ftop-tasks') }));
  return { steps: stepsAround(above), labels: byHeading };
});

function labelText(labels: readonly Placed<LabelLine>[], id: LabelId): string {
  return labels.find(({ value }) => value.id === id)?.value.value.text.replaceAll('**', '').trim() ?? '';
}
