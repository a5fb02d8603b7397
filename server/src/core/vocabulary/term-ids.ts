/** The columns of an FTOP task table, whatever their names in the language of the page. */
export type TaskColumnId = 'task-id' | 'task-name' | 'mo' | 'role' | 'services';
/** The columns of a Refresh Summary table. */
export type RefreshColumnId = 'date' | 'who' | 'what' | 'notes';
/** The lines `Label: **Value**` under a heading. */
export type LabelId = 'phase' | 'motions' | 'primary-role' | 'applies-to';
/** The headings of a process playbook, and the heading of a task table. */
export type SectionId =
  | 'overview'
  | 'objectives'
  | 'approach'
  | 'key-inputs'
  | 'key-outputs'
  | 'next-steps'
  | 'refresh-summary'
  | 'ftop-tasks';
