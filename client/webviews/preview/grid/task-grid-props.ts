import type { PreviewEdit, PreviewScope } from '../protocol/messages';
import type { Tried } from '../edit/use-try';
import type { Send } from '../host';
import type { Column, ColumnName } from '../columns';
import type { Grouping, Line } from '../model/lines';
import type { SentEdit } from '../model/sent-edits';
import type { Announcement } from '../model/preview-state';
import type { Sorting, Tasks } from '../model/tasks';
import type { FocusRequest } from './focus-request';

/** What the grid shows, and what it calls when a person acts in it. */
export interface TaskGridProps {
  readonly tasks: Tasks;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly scope: PreviewScope;
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  readonly isEditable: boolean;
  /** Why the page is read-only. */
  readonly readOnly: string | null;
  /** The line of the caret on the page. */
  readonly caret: number | null;
  readonly tried: Tried | null;
  readonly focusRequest: FocusRequest | null;
  /** Our edits that the tasks don't show yet, or show for the first time. */
  readonly ours: readonly SentEdit[];
  readonly send: Send;
  /** Returns the key of the changed or added row. */
  readonly onEdit: (row: number, edit: PreviewEdit) => string | undefined;
  /** Keeps the row with that key visible until the filters change. */
  readonly onHold: (key: string) => void;
  readonly onSort: (column: ColumnName) => void;
  /** Collapses or expands a group. */
  readonly onFold: (key: string, isCollapsed: boolean) => void;
  readonly onAnnounce: (announcement: Announcement) => void;
  /** The request is done, so a grid that is rendered again doesn't repeat it. */
  readonly onFocused: () => void;
}
