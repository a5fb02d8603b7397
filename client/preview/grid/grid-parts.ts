import type { PreviewTexts } from '../../src/common/preview/texts';
import type { ColumnName } from '../model/columns';
import type { Tasks } from '../model/tasks';

/** What every line of the grid is drawn with. */
export interface GridParts {
  readonly tasks: Tasks;
  readonly columns: readonly ColumnName[];
  /** In pixels, a column each. */
  readonly widths: readonly number[];
  readonly columnStyle: string;
  /** How wide a digit is, in pixels. */
  readonly digit: number;
  /** Where the line is drawn. */
  readonly top: string;
  readonly texts: PreviewTexts;
}
