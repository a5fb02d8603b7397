import type { TaskSheet } from '../../../../server/src/protocol';
import type { PreviewProblem, PreviewRow, TaskPreview } from './messages';

/** Always in English, because the import recognizes the columns by these names. */
const COLUMNS: readonly string[] = [
  'File',
  'Row',
  'Language',
  'Phase',
  'Section',
  'Step',
  'Task ID',
  'Task Name',
  'M/O',
  'Role',
  'Services',
  'Problems',
];

/** The tasks as a table. `rows`: the rows to include, in this order; `null`: all. Cells contain the source text. */
export function taskSheet(preview: TaskPreview, rows: readonly number[] | null): TaskSheet {
  const numbers = numbersOnPage(preview);
  const taken = rows ?? preview.rows.keys();
  return {
    name: 'Tasks',
    columns: COLUMNS,
    rows: [...taken].flatMap((index) => {
      const row = preview.rows[index];
      return row === undefined ? [] : [cellsOf(row, numbers[index] ?? '', preview)];
    }),
  };
}

/**
 * The number of each row on its page, starting at 1. It identifies a row whose ID was edited. The tasks of a workspace
 * don't include rows without an ID, so they have no numbers.
 */
function numbersOnPage({ version, rows, tables }: TaskPreview): number[] {
  if (version === null) return [];
  const counts = new Map<number | undefined, number>();
  return rows.map(({ table }) => {
    const page = tables[table]?.page;
    const number = (counts.get(page) ?? 0) + 1;
    counts.set(page, number);
    return number;
  });
}

function cellsOf(row: PreviewRow, number: number | '', { tables, pages, words }: TaskPreview): (string | number)[] {
  const table = tables[row.table];
  const page = pages[table?.page ?? -1];
  const phases = (page?.phases ?? []).map((id) => words.phases.find((phase) => phase.id === id)?.label ?? id);
  const cells = [row.id, row.name, row.mo, row.role, row.services].map((cell) => cell?.source ?? '');
  return [
    page?.file ?? '',
    number,
    page?.languageName ?? '',
    phases.join(', '),
    table?.section ?? '',
    table?.step ?? '',
    ...cells,
    problemsOf(row),
  ];
}

/** One per line. */
function problemsOf({ broken, problems }: PreviewRow): string {
  const cells = broken === null ? [] : [`The cells aren't in their columns: ${broken.trim()}`];
  return [...cells, ...problems.map(problemText)].join('\n');
}

function problemText({ message, ruleId }: PreviewProblem): string {
  return ruleId === '' ? message : `${message} (${ruleId})`;
}
