import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

/** Why an edit is not made, said to the author. */
export interface Refusal {
  readonly refused: string;
}

/** Edits that do not overlap, all against the text of the playbook; none when all is as it is to be. */
export type EditResult = readonly TextEdit[] | Refusal;

/** Edits, and where the caret is after them. */
export interface CaretEdits {
  readonly edits: readonly TextEdit[];
  /** In the text after the edits: where the author goes on. */
  readonly selection: Span;
}

export type CaretResult = CaretEdits | Refusal;

export function isRefusal<Result extends object>(result: Result | Refusal): result is Refusal {
  return 'refused' in result;
}
