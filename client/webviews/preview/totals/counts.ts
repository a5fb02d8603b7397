import { BROKEN, NO_VALUE, type ColumnName } from '../columns';
import type { PreviewRow } from '../protocol/messages';
import type { Tasks } from '../model/tasks';

/** Rows are tasks, including rows that are broken or have no ID, so that nothing on a page is left out. */
export interface Tally {
  readonly tasks: number;
  readonly mandatory: number;
  readonly optional: number;
  /** No letter, or a letter that the table doesn't define. */
  readonly unclear: number;
}

/** Tasks with a common value. */
export interface TaskGroup {
  /** The filter value; empty for tasks without a value. */
  readonly value: string;
  /** The displayed name; empty for tasks without a value. */
  readonly label: string;
  readonly tally: Tally;
}

export interface TaskCounts {
  readonly all: Tally;
  /** A task with several roles counts for each of them. The same applies to services and phases. */
  readonly roles: readonly TaskGroup[];
  readonly services: readonly TaskGroup[];
  /** For a workspace, in the order of the vocabulary. */
  readonly phases: readonly TaskGroup[];
  /** For a page, in source order. */
  readonly steps: readonly TaskGroup[];
}

/** Counts these rows, given by their index in the preview. */
export function countTasks(tasks: Tasks, indices: readonly number[]): TaskCounts {
  const isPage = tasks.preview.version !== null;
  return {
    all: tallyOf(tasks, indices),
    roles: bySize(byFacet(tasks, indices, 'role')),
    services: bySize(byFacet(tasks, indices, 'services')),
    phases: isPage ? [] : asKnown(byFacet(tasks, indices, 'phase'), tasks),
    steps: isPage ? bySteps(tasks, indices) : [],
  };
}

/** Whether a task is in several groups, so that their sum is greater than the number of tasks. */
export function isCountedTwice(groups: readonly TaskGroup[], { tasks }: Tally): boolean {
  return groups.reduce((sum, { tally }) => sum + tally.tasks, 0) > tasks;
}

function tallyOf(tasks: Tasks, indices: readonly number[]): Tally {
  const obligations = indices.map((index): PreviewRow['obligation'] => tasks.row(index)?.obligation ?? null);
  const mandatory = obligations.filter((obligation) => obligation === 'mandatory').length;
  const optional = obligations.filter((obligation) => obligation === 'optional').length;
  return { tasks: indices.length, mandatory, optional, unclear: indices.length - mandatory - optional };
}

function byFacet(tasks: Tasks, indices: readonly number[], facet: ColumnName): TaskGroup[] {
  // The values of a broken row are unknown, so it isn't counted as "no role".
  const known = indices.filter((index) => !tasks.values(index, facet).includes(BROKEN));
  return grouped(
    tasks,
    known,
    (index) => tasks.values(index, facet),
    (value) => tasks.label(value),
  );
}

/** Two steps with the same name in different sections are two steps. */
function bySteps(tasks: Tasks, indices: readonly number[]): TaskGroup[] {
  const inSourceOrder = [...indices].sort((a, b) => a - b);
  return grouped(tasks, inSourceOrder, (index) => [stepOf(tasks, index)], stepLabel);
}

function stepOf(tasks: Tasks, index: number): string {
  const { section, step } = tasks.tableOf(tasks.row(index)) ?? { section: '', step: '' };
  return section === '' && step === '' ? NO_VALUE : `${section}\n${step}`;
}

function stepLabel(value: string): string {
  const [section = '', step = ''] = value.split('\n');
  return step === '' ? section : step;
}

function grouped(
  tasks: Tasks,
  indices: readonly number[],
  valuesOf: (index: number) => readonly string[],
  labelOf: (value: string) => string,
): TaskGroup[] {
  const groups = new Map<string, number[]>();
  for (const index of indices) {
    for (const value of valuesOf(index)) {
      const group = groups.get(value) ?? [];
      groups.set(value, group);
      group.push(index);
    }
  }
  return [...groups].map(([value, own]) => ({ value, label: labelOf(value), tally: tallyOf(tasks, own) }));
}

/** The largest first; tasks without a value always come last. */
function bySize(groups: readonly TaskGroup[]): TaskGroup[] {
  return [...groups].sort(
    (a, b) => Number(a.value === NO_VALUE) - Number(b.value === NO_VALUE) || b.tally.tasks - a.tally.tasks,
  );
}

/** Unknown words come last, followed by tasks without a value. */
function asKnown(groups: readonly TaskGroup[], { preview }: Tasks): TaskGroup[] {
  const order = preview.words.phases.map(({ id }) => id);
  const placeOf = ({ value }: TaskGroup): number =>
    value === NO_VALUE ? order.length + 1 : order.includes(value) ? order.indexOf(value) : order.length;
  return [...groups].sort((a, b) => placeOf(a) - placeOf(b));
}
