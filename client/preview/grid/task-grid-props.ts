import type { PreviewEdit, PreviewScope } from '../../src/common/preview/messages';
import type { PreviewTexts } from '../../src/common/preview/texts';
import type { Tried } from '../edit/use-try';
import type { Send } from '../host';
import type { ColumnName } from '../model/columns';
import type { Grouping, Line } from '../model/lines';
import type { SentEdit } from '../model/sent-edits';
import type { Announcement } from '../model/preview-state';
import type { Sorting, Tasks } from '../model/tasks';
import type { FocusRequest } from './focus-request';

/** What the grid shows, and what it calls when a person acts in it. */
export interface TaskGridProps {
  readonly texts: PreviewTexts;
  readonly tasks: Tasks;
  readonly lines: readonly Line[];
  readonly columns: readonly ColumnName[];
  readonly scope: PreviewScope;
  readonly grouping: Grouping;
  readonly sorting: Sorting | null;
  readonly isEditable: boolean;
  /** Why the page is read-only. */
  readonly readOnly: string | null;
  /** The line of the page that the caret is in. */
  readonly caret: number | null;
  readonly tried: Tried | null;
  readonly focusRequest: FocusRequest | null;
  /** Our edits that the tasks do not show yet, or show for the first time. */
  readonly ours: readonly SentEdit[];
  readonly send: Send;
  /** Gives the key of the row that was changed, or that is added. */
  readonly onEdit: (row: number, edit: PreviewEdit) => string | undefined;
  /** The row with that key is shown until the filters change. */
  readonly onHold: (key: string) => void;
  readonly onSort: (column: ColumnName) => void;
  /** Folds a group, or unfolds it. */
  readonly onFold: (key: string, isCollapsed: boolean) => void;
  readonly onAnnounce: (announcement: Announcement) => void;
  /** What was requested is done: a grid that is drawn anew does not do it again. */
  readonly onFocused: () => void;
}
