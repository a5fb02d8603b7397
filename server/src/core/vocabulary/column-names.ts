import { normalized } from '../text/spelling.js';
import { inAnyLanguage } from './language.js';
import type { TaskColumnId, Vocabulary } from './vocabulary.js';

/** The column names of task tables in our exports, in every language. */
export const COLUMN_LABELS: Readonly<Record<TaskColumnId, string>> = {
  'task-id': 'Task ID',
  'task-name': 'Task Name',
  mo: 'M/O',
  role: 'Role',
  services: 'Services',
};

export const TASK_COLUMN_IDS = Object.keys(COLUMN_LABELS) as readonly TaskColumnId[];

/** The column names in spreadsheets and other exports. On a page, these aren't headers. */
const OTHER_NAMES = (Object.keys(COLUMN_LABELS) as TaskColumnId[]).map(
  (id) => [id, inAnyLanguage(({ sheetColumns }) => sheetColumns[id] ?? [])] as const,
);

const IDS_BY_NAME: ReadonlyMap<string, TaskColumnId> = new Map([
  ...TASK_COLUMN_IDS.map((id) => [normalized(COLUMN_LABELS[id]), id] as const),
  ...OTHER_NAMES.flatMap(([id, names]) => names.map((name) => [normalized(name), id] as const)),
]);

/**
 * The columns of a task table that a header in a file can mean, the likeliest first: by the words of any language, by
 * the names in our exports, by letters such as `E/O`.
 */
export function taskColumnsNamed(header: string, vocabulary: Vocabulary): readonly TaskColumnId[] {
  const plain = header.replaceAll('**', '');
  const own = IDS_BY_NAME.get(normalized(plain));
  return [
    ...(own === undefined ? [] : [own]),
    ...vocabulary.taskColumns.lookup(plain).map(({ id }) => id),
    ...(isLetters(plain, vocabulary) ? ['mo' as const] : []),
  ];
}

/** Whether the header belongs to an exported table of tasks. */
export function isTaskExport(header: readonly string[]): boolean {
  const names = new Set(header.map(normalized));
  return ['File', COLUMN_LABELS['task-id'], COLUMN_LABELS.mo].every((name) => names.has(normalized(name)));
}

function isLetters(text: string, { letters }: Vocabulary): boolean {
  const said = normalized(text).replace(/\s/g, '');
  return Object.values(letters).some(({ mandatory, optional }) => said === normalized(`${mandatory}/${optional}`));
}
