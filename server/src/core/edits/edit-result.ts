import type { Message } from '../../messages/index.js';
import type { Span } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

/** Why an edit isn't possible. */
export interface Refusal {
  readonly refused: Message;
}

/** Edits that don't overlap, all relative to the text of the playbook. Empty if nothing needs to change. */
export type EditResult = readonly TextEdit[] | Refusal;

/** Edits, and the caret position after them. */
export interface CaretEdits {
  readonly edits: readonly TextEdit[];
  /** In the text after the edits. */
  readonly selection: Span;
}

export type CaretResult = CaretEdits | Refusal;

export function isRefusal<Result extends object>(result: Result | Refusal): result is Refusal {
  return 'refused' in result;
}
