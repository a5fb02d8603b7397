import { LANGUAGE_NAMES } from '../vocabulary/language.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { Sheet, SheetCell } from './sheet.js';
import type { ReportedTask, TaskReport } from './task-report.js';

/** One row per task and edition. Several values in a cell, because pages differ, are separated with `; `. */
export function taskSheet({ tasks, languages, hasEditions }: TaskReport, relative: (path: FilePath) => string): Sheet {
  const names = languages.map((language) => `Name in ${LANGUAGE_NAMES[language]}`);
  const counts = languages.map((language) => `Pages in ${LANGUAGE_NAMES[language]}`);
  const rowOf = (task: ReportedTask): SheetCell[] => [
    task.id,
    ...(hasEditions ? [task.edition] : []),
    task.catalogue?.name ?? '',
    task.catalogue === undefined ? 'no' : task.catalogue.isRetired ? 'retired' : 'yes',
    ...languages.map((language) => task.names[language] ?? ''),
    task.obligations.join(VALUES),
    task.roles.join(VALUES),
    task.services.join(VALUES),
    task.audiences.join(', '),
    ...languages.map((language) => task.pages[language]?.length ?? 0),
    task.differences.join(', '),
    languages
      .flatMap((language) => task.pages[language] ?? [])
      .map(relative)
      .join('\n'),
  ];
  return {
    name: 'Tasks',
    columns: [
      'Task ID',
      ...(hasEditions ? ['Edition'] : []),
      'Name in the catalogue',
      'In the catalogue',
      ...names,
      'Mandatory/optional',
      'Role',
      'Services',
      'Audience',
      ...counts,
      'Differences',
      'Pages',
    ],
    rows: tasks.map(rowOf),
  };
}

const VALUES = '; ';
