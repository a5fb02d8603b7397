import type { Message } from '../../messages/index.js';
import type { Problem, RuleMeta } from '../lint/rule.js';
import type { Playbook } from '../model/playbook.js';
import type { TextEdit } from '../text/text-edit.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';

/** The context of a completion: the page, the position, and the other pages. */
export interface CompletionRequest {
  readonly playbook: Playbook;
  readonly offset: number;
  /** `YYYY-MM-DD`. The core has no clock. */
  readonly today: string;
  /** The rules that a suppression comment can name. */
  readonly rules: readonly Pick<RuleMeta<unknown, Readonly<Record<string, string>>>, 'id' | 'description'>[];
  /** The other pages, and the path of this page among them. */
  readonly workspace?: { readonly index: WorkspaceIndex; readonly path: FilePath };
  /** The name of the author. */
  readonly author?: string;
  /** The problems of the page: a suppression comment is probably for one of them. */
  readonly problems?: readonly Pick<Problem, 'ruleId' | 'span'>[];
  /** The last typed character, if it triggered the request instead of the author. */
  readonly typed?: string;
}

export type CompletionKind =
  | 'key'
  | 'value'
  | 'person'
  | 'date'
  | 'label'
  | 'term'
  | 'letter'
  | 'task'
  | 'column'
  | 'row'
  | 'section'
  | 'alert'
  | 'rule';

/** A text to insert at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A short description; a string if it's text from pages. */
  readonly detail?: Message | string;
  /** What it's for. Code is in backticks. */
  readonly documentation?: Message;
  /** The text that the typed text is compared with, if it isn't the label. */
  readonly filterText?: string;
  /** On one line, around the caret. */
  readonly edit: TextEdit;
  /** The new text with tab stops where text is missing, for editors that support them. */
  readonly snippet?: string;
  /** Additional edits elsewhere. */
  readonly additionalEdits?: readonly TextEdit[];
  /** The text is only a beginning: the editor should request completion again. */
  readonly goesOn?: boolean;
}

/** Best matches first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** `false` if there are more: the editor has to request again after more typing. */
  readonly isComplete: boolean;
}

export const NO_COMPLETIONS: Completions = { items: [], isComplete: true };

export function all(items: readonly Completion[]): Completions {
  return items.length === 0 ? NO_COMPLETIONS : { items, isComplete: true };
}
