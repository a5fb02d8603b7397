import type { PreviewRow } from '../../src/common/preview/messages';
import { BROKEN, NO_VALUE, type Facet, type Tasks } from '../model/tasks';

/** Rows are tasks, also those that are broken or lack an ID: nothing of a page is left out. */
export interface Tally {
  readonly tasks: number;
  readonly mandatory: number;
  readonly optional: number;
  /** No letter, or one that the table does not explain. */
  readonly unclear: number;
}

/** The tasks that have something in common. */
export interface TaskGroup {
  /** What rows are filtered by; empty for the tasks that have none. */
  readonly value: string;
  /** For people; empty for the tasks that have none. */
  readonly label: string;
  readonly tally: Tally;
}

export interface TaskCounts {
  readonly all: Tally;
  /** A task with several roles counts for each of them. The same of services and phases. */
  readonly roles: readonly TaskGroup[];
  readonly services: readonly TaskGroup[];
  /** Of the workspace, in the order of the vocabulary. */
  readonly phases: readonly TaskGroup[];
  /** Of a page, in source order. */
  readonly steps: readonly TaskGroup[];
}

/** Counts these rows, by their index in the preview. */
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

/** Whether a task stands in several of the groups, so that they add up to more than there are. */
export function isCountedTwice(groups: readonly TaskGroup[], { tasks }: Tally): boolean {
  return groups.reduce((sum, { tally }) => sum + tally.tasks, 0) > tasks;
}

function tallyOf(tasks: Tasks, indices: readonly number[]): Tally {
  const obligations = indices.map((index): PreviewRow['obligation'] => tasks.row(index)?.obligation ?? null);
  const mandatory = obligations.filter((obligation) => obligation === 'mandatory').length;
  const optional = obligations.filter((obligation) => obligation === 'optional').length;
  return { tasks: indices.length, mandatory, optional, unclear: indices.length - mandatory - optional };
}

function byFacet(tasks: Tasks, indices: readonly number[], facet: Facet): TaskGroup[] {
  // What a broken row says is not known: it has not "no role".
  const known = indices.filter((index) => !tasks.values(index, facet).includes(BROKEN));
  return grouped(
    tasks,
    known,
    (index) => tasks.values(index, facet),
    (value) => tasks.label(value),
  );
}

/** Two steps of the same name in different sections are two steps. */
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

/** The largest first; those without come last, however many. */
function bySize(groups: readonly TaskGroup[]): TaskGroup[] {
  return [...groups].sort(
    (a, b) => Number(a.value === NO_VALUE) - Number(b.value === NO_VALUE) || b.tally.tasks - a.tally.tasks,
  );
}

/** What the vocabulary does not know comes last, then what has none. */
function asKnown(groups: readonly TaskGroup[], { preview }: Tasks): TaskGroup[] {
  const order = preview.words.phases.map(({ id }) => id);
  const placeOf = ({ value }: TaskGroup): number =>
    value === NO_VALUE ? order.length + 1 : order.includes(value) ? order.indexOf(value) : order.length;
  return [...groups].sort((a, b) => placeOf(a) - placeOf(b));
}
