import { BROKEN, NO_VALUE } from '../columns';
import type { PreviewScope } from '../protocol/messages';
import type { Tasks } from './tasks';

/** What rows are grouped by. */
export type Grouping = 'section' | 'role' | 'services' | 'none';

/** A line of the grid. Its key identifies it across changes. */
export type Line = GroupLine | RowLine;

export interface GroupLine {
  readonly kind: 'group';
  readonly key: string;
  /** 1, or 2 for a group within a group. */
  readonly level: number;
  /** Empty for rows without a value. */
  readonly title: string;
  /** Whether the title is the path of a page. */
  readonly isPath: boolean;
  /** A table of the group, which describes the group; `null` if the group has more than one. */
  readonly table: number | null;
  readonly count: number;
  readonly withProblems: number;
  readonly isCollapsed: boolean;
}

export interface RowLine {
  readonly kind: 'row';
  readonly key: string;
  /** The index in the preview. A row with several roles is in the group of each. */
  readonly row: number;
  /** The key of the row, in any group. */
  readonly rowKey: string;
}

export interface GroupedBy {
  readonly grouping: Grouping;
  readonly scope: PreviewScope;
  readonly collapsed: ReadonlySet<string>;
}

/** The lines for the given rows, in the given order. */
export function linesOf(tasks: Tasks, rows: readonly number[], groupedBy: GroupedBy): Line[] {
  if (groupedBy.grouping === 'none') return rows.map((row) => rowLine(tasks, row, ''));
  const root = newGroup(groupedBy.grouping, 0, { title: '', table: null, first: 0 });
  for (const row of rows) for (const path of pathsOf(tasks, row, groupedBy)) add(root, path, row);
  const lines: Line[] = [];
  for (const group of ordered(root, groupedBy.grouping)) addLines(lines, tasks, group, groupedBy);
  return lines;
}

/** The groups that can be collapsed. */
export function groupKeys(tasks: Tasks, rows: readonly number[], groupedBy: Omit<GroupedBy, 'collapsed'>): string[] {
  const lines = linesOf(tasks, rows, { ...groupedBy, collapsed: new Set() });
  return lines.filter(({ kind }) => kind === 'group').map(({ key }) => key);
}

/** The keys of the groups that contain a row, including outer groups. */
export function groupsOf(tasks: Tasks, row: number, groupedBy: Omit<GroupedBy, 'collapsed'>): string[] {
  return groupKeys(tasks, [row], groupedBy);
}

function rowLine(tasks: Tasks, row: number, group: string): RowLine {
  const rowKey = tasks.key(row);
  return { kind: 'row', key: `${group}#${rowKey}`, row, rowKey };
}

interface GroupName {
  readonly title: string;
  readonly isPath?: true;
  readonly table: number | null;
  /** Distinguishes two steps with the same title. */
  readonly labels?: string;
  /** Its order within its level: the position of its first row in the source. */
  readonly first: number;
}

/** Used only while the lines are created. */
interface Group {
  readonly key: string;
  readonly level: number;
  readonly name: GroupName;
  readonly rows: number[];
  readonly groups: Map<string, Group>;
  first: number;
}

function newGroup(key: string, level: number, name: GroupName): Group {
  return { key, level, name, rows: [], groups: new Map(), first: name.first };
}

function pathsOf(tasks: Tasks, row: number, { grouping, scope }: GroupedBy): readonly (readonly GroupName[])[] {
  if (grouping === 'section') return [scope === 'page' ? sectionPath(tasks, row) : pagePath(tasks, row)];
  if (grouping === 'none') return [];
  // Unknown words come last, with rows that have no value.
  const known = tasks.values(row, grouping).map((value) => (value === BROKEN ? NO_VALUE : value));
  return known.map((value) => [{ title: tasks.label(value), table: null, first: value === NO_VALUE ? Infinity : row }]);
}

/** The section, and the step if the table is in a step. */
function sectionPath(tasks: Tasks, index: number): readonly GroupName[] {
  const row = tasks.row(index);
  const table = tasks.tableOf(row);
  if (row === undefined || table === undefined) return [];
  const { section, step, primaryRole, appliesTo } = table;
  const outer = { title: section, first: index };
  if (step === '') return [{ ...outer, table: row.table }];
  return [
    { ...outer, table: null },
    { title: step, table: row.table, labels: `${primaryRole}\t${appliesTo}`, first: index },
  ];
}

/** The page, and the position on the page. */
function pagePath(tasks: Tasks, index: number): readonly GroupName[] {
  const row = tasks.row(index);
  const [table, page] = [tasks.tableOf(row), tasks.pageOf(row)];
  if (row === undefined || table === undefined || page === undefined) return [];
  const place = [table.section, table.step].filter((title) => title !== '').join(' › ');
  return [
    { title: page.file, isPath: true, table: row.table, first: index },
    ...(place === '' ? [] : [{ title: place, table: row.table, first: index }]),
  ];
}

function add(root: Group, path: readonly GroupName[], row: number): void {
  let group = root;
  for (const name of path) {
    const key = `${group.key}\n${name.title}\t${name.labels ?? ''}`;
    const inner = group.groups.get(key) ?? newGroup(key, group.level + 1, name);
    inner.first = Math.min(inner.first, name.first);
    group.groups.set(key, inner);
    group = inner;
  }
  group.rows.push(row);
}

/** Sections are in page order, words in alphabetical order; rows without a value come last. */
function ordered({ groups }: Group, grouping: Grouping): Group[] {
  const all = [...groups.values()];
  if (grouping === 'section') return all.sort((a, b) => a.first - b.first);
  return all.sort(
    (a, b) =>
      Number(a.first === Infinity) - Number(b.first === Infinity) || collator.compare(a.name.title, b.name.title),
  );
}

const collator = new Intl.Collator(undefined, { numeric: true });

function addLines(lines: Line[], tasks: Tasks, group: Group, groupedBy: GroupedBy): void {
  const rows = rowsIn(group);
  const isCollapsed = groupedBy.collapsed.has(group.key);
  const withProblems = rows.filter((row) => tasks.row(row)?.problems.length !== 0).length;
  lines.push({
    kind: 'group',
    key: group.key,
    level: group.level,
    title: group.name.title,
    isPath: group.name.isPath === true,
    table: group.name.table,
    count: rows.length,
    withProblems,
    isCollapsed,
  });
  if (isCollapsed) return;
  for (const row of group.rows) lines.push(rowLine(tasks, row, group.key));
  for (const inner of ordered(group, groupedBy.grouping)) addLines(lines, tasks, inner, groupedBy);
}

function rowsIn(group: Group): readonly number[] {
  return [...group.rows, ...[...group.groups.values()].flatMap(rowsIn)];
}
