import { mandatoryLettersOf } from '../edits/task-letters.js';
import { termsInText } from '../dialect/task-terms.js';
import type { Cell, Row } from '../model/tables.js';
import { readingContextOf, type ReadingContext } from '../dialect/reading-context.js';
import { memoized } from '../text/memo.js';
import type { Located } from '../text/span.js';
import { TASK_COLUMN_IDS } from '../vocabulary/column-names.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { MandatoryLetters, TaskColumnId, Vocabulary } from '../vocabulary/vocabulary.js';
import type { HeadingFact, PageSummary, PlacedTask, TaskFact } from '../workspace-index/page-summary.js';
import { partsOf } from './cell-parts.js';
import { NO_STEP, stepsAround } from './step-around.js';
import type { PreviewRow, PreviewTable, TaskPreview } from './task-preview.js';
import { shownTerms, type ShownCell, type ShownRow, type ShownTerms } from './task-row.js';

/**
 * The tasks of a page from its summary, without parsing the page again. Everything after one heading counts as one
 * table; rows without a task are missing, and label lines are unknown.
 */
export function summaryTasks(summary: PageSummary, vocabulary: Vocabulary): TaskPreview {
  return knownTasks(vocabulary)(summary);
}

/** Cached: an unchanged page isn't processed again when other pages change. */
const knownTasks = memoized((vocabulary: Vocabulary) =>
  memoized((summary: PageSummary) => readTasks(summary, vocabulary)),
);

function readTasks(summary: PageSummary, vocabulary: Vocabulary): TaskPreview {
  const { headings, tasks, language, text } = summary;
  const page = readingContextOf({ vocabulary, language });
  const steps = stepsAround(
    headings.map(({ value }) => ({ level: value.level, text: value.text, isForTasks: isForTasks(vocabulary)(value) })),
  );
  const groups: PlacedTask[][] = [];
  const rows: PreviewRow[] = [];
  let last: PlacedTask | undefined;
  for (const task of tasks) {
    // Several tasks of one broken row share a row.
    if (task.start === last?.start) continue;
    if (last === undefined || last.heading !== task.heading) groups.push([task]);
    else groups[groups.length - 1]?.push(task);
    last = task;
    const shown = shownTask(task, summary);
    const withTerms = {
      ...shown,
      role: termsIn(shown.role, vocabulary.roles, page),
      services: termsIn(shown.services, vocabulary.services, page),
    };
    rows.push({
      table: groups.length - 1,
      start: task.start,
      source: text.slice(task.start, task.start + task.value.length),
      shown: withTerms,
      problems: [],
    });
  }
  return {
    tables: groups.map((group) =>
      tableOf(group, steps[group[0]?.heading ?? -1] ?? NO_STEP, mandatoryLettersOf({ letters: [] }, page)),
    ),
    rows,
  };
}

type ShownTask = Omit<ShownRow, 'role' | 'services'> & {
  readonly role: ShownCell | undefined;
  readonly services: ShownCell | undefined;
};

const shownTasks = new WeakMap<TaskFact, ShownTask>();

/** What the row of a task shows. A fact belongs to one line of text, wherever the line is. */
export function shownTask({ start, value }: PlacedTask, { text }: PageSummary): ShownTask {
  let known = shownTasks.get(value);
  if (known === undefined) shownTasks.set(value, (known = showTask(value, text.slice(start, start + value.length))));
  return known;
}

function showTask({ id, name, letter, obligation, role, services }: TaskFact, source: string): ShownTask {
  const cells = [id, name, letter, role, services].map((fact): Cell | undefined =>
    fact === undefined ? undefined : { text: fact.value, span: fact.span, outer: fact.span },
  );
  const row: Row = {
    source,
    cells: cells.filter((cell) => cell !== undefined),
    leadingPipe: true,
    closingPipe: true,
    fullWidthPipes: [],
    delimiter: undefined,
    isConflictMarker: false,
  };
  const [idCell, nameCell, moCell, roleCell, servicesCell] = cells.map((cell): ShownCell | undefined =>
    cell === undefined ? undefined : { span: cell.span, source: cell.text, parts: partsOf(row, cell) },
  );
  const isBroken = [name, letter, role, services].every((fact: Located<string> | undefined) => fact === undefined);
  return {
    id: idCell,
    name: nameCell,
    mo: moCell,
    role: roleCell,
    services: servicesCell,
    obligation,
    broken: isBroken ? source : undefined,
  };
}

function termsIn(cell: ShownCell | undefined, terms: TermSet, page: ReadingContext): ShownTerms | undefined {
  return cell === undefined
    ? undefined
    : { ...cell, terms: cell.source === '' ? [] : shownTerms(termsInText(cell.source, terms, page), page) };
}

function tableOf(
  tasks: readonly PlacedTask[],
  { section, step }: { readonly section: string; readonly step: string },
  usual: MandatoryLetters,
): PreviewTable {
  return {
    start: tasks[0]?.start ?? 0,
    section,
    step,
    primaryRole: '',
    appliesTo: '',
    columns: TASK_COLUMN_IDS.filter((column) => tasks.some(({ value }) => hasColumn[column](value))),
    letters: lettersIn(tasks, usual),
  };
}

const hasColumn: Readonly<Record<TaskColumnId, (task: TaskFact) => boolean>> = {
  'task-id': () => true,
  'task-name': ({ name }) => name !== undefined,
  mo: ({ letter }) => letter !== undefined,
  role: ({ role }) => role !== undefined,
  services: ({ services }) => services !== undefined,
};

/** The letters that the tasks use; the usual ones of the language for those that none uses. */
function lettersIn(tasks: readonly PlacedTask[], usual: MandatoryLetters): MandatoryLetters {
  const letter = (wanted: 'mandatory' | 'optional'): string =>
    tasks.find(({ value }) => value.obligation === wanted)?.value.letter?.value ?? usual[wanted];
  return { mandatory: letter('mandatory'), optional: letter('optional') };
}

const isForTasks = memoized(({ sections }: Vocabulary) =>
  memoized(({ text }: HeadingFact) => sections.lookup(text).some(({ id }) => id === 'ftop-tasks')),
);
