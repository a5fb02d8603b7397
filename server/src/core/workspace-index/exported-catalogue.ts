import type { TermSet } from '../vocabulary/term-set.js';
import type { FilePath } from './file-path.js';
import type { CatalogueEntry } from './page-summary.js';

/** An exported catalogue of tasks, as CSV or JSON. */
export interface ExportedCatalogue {
  readonly path: FilePath;
  readonly entries: readonly CatalogueEntry[];
}

/** The possible column names of an exported list of tasks, in lower case and without spaces. */
const COLUMNS = {
  id: ['taskid', 'id', 'task', 'number'],
  name: ['taskname', 'name', 'title', 'description', 'taskdescription'],
  services: ['services', 'service(s)', 'service'],
  location: ['tasklocation', 'location', 'path'],
  status: ['status', 'state', 'retired', 'deprecated'],
} as const;

type ColumnId = keyof typeof COLUMNS;

/** Words in the status of a retired task. */
const RETIRED = /^(?:true|yes|retired|deprecated|obsolete|removed|inactive|closed)$/i;
const TASK_ID = /^\d{3,}$/;

/**
 * The tasks in a table whose first row contains column names: `Task ID` is required; `Task Name`, `Services`, `Task
 * Location` and `Status` are optional. Rows without a task ID are left out.
 */
export function exportedCatalogue(
  path: FilePath,
  rows: readonly (readonly string[])[],
  services: TermSet,
): ExportedCatalogue {
  const [header = [], ...body] = rows;
  const columns = columnsOf(header);
  const entries = body.flatMap((row): CatalogueEntry[] => {
    const valueOf = (column: ColumnId): string => row[columns[column]]?.trim() ?? '';
    const id = valueOf('id');
    if (!TASK_ID.test(id)) return [];
    const written = valueOf('services');
    const parts = services.split(written);
    const ids =
      parts.length > 0 && parts.every(({ matches }) => matches.length > 0)
        ? [...new Set(parts.flatMap(({ matches }) => matches[0]?.id ?? []))].sort()
        : undefined;
    return [
      {
        id: { value: id, span: NOWHERE },
        name: valueOf('name'),
        services: written === '' ? undefined : { value: written, span: NOWHERE, ids },
        location: valueOf('location') || undefined,
        isRetired: RETIRED.test(valueOf('status')),
      },
    ];
  });
  return { path, entries };
}

const NOWHERE = { start: 0, end: 0 };

/** The index of each column in a row; -1 if it's missing. */
function columnsOf(header: readonly string[]): Readonly<Record<ColumnId, number>> {
  const names = header.map((name) => name.toLowerCase().replace(/[\s_-]+/g, ''));
  const find = (column: ColumnId): number =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  return {
    id: find('id'),
    name: find('name'),
    services: find('services'),
    location: find('location'),
    status: find('status'),
  };
}
