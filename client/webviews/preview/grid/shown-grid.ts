import type { Column } from '../columns';
import type { Line } from '../model/lines';
import type { Panel } from '../panel';
import type { ShownTasks } from '../shown-tasks';

/** What the grid shows, and how it reports what the author does in it. */
export interface ShownGrid extends Panel, ShownTasks {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
}
