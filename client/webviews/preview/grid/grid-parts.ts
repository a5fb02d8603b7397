import type { Column } from '../columns';
import type { Tasks } from '../model/tasks';

/** What all lines of the grid need to be rendered. */
export interface GridParts {
  readonly tasks: Tasks;
  readonly columns: readonly Column[];
  /** In pixels, one per column. */
  readonly widths: readonly number[];
  readonly columnStyle: string;
  /** The width of a digit in pixels. */
  readonly digit: number;
  /** The width of the visible part of a row, in pixels. */
  readonly inSight: number;
  /** The position of the line. */
  readonly top: string;
}
