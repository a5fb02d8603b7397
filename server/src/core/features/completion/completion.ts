import type { Problem, RuleMeta } from '../../lint/rule.js';
import type { Playbook } from '../../model/playbook.js';
import type { TextEdit } from '../../text/text-edit.js';
import type { FilePath } from '../../workspace-index/file-path.js';
import type { WorkspaceIndex } from '../../workspace-index/workspace-index.js';

/** What is being written, where, and what is known around it. */
export interface CompletionRequest {
  readonly playbook: Playbook;
  readonly offset: number;
  /** `YYYY-MM-DD`. The core has no clock. */
  readonly today: string;
  /** What a suppression comment can name. */
  readonly rules: readonly Pick<RuleMeta<unknown, Readonly<Record<string, string>>>, 'id' | 'description'>[];
  /** The other pages, and what this one is called among them. */
  readonly workspace?: { readonly index: WorkspaceIndex; readonly path: FilePath };
  /** Who is writing, as a person's name. */
  readonly author?: string;
  /** What is wrong with the page: what a suppression comment most likely is for. */
  readonly problems?: readonly Pick<Problem, 'ruleId' | 'span'>[];
  /** The character that was typed last, when it and not the author is what asks. */
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

/** Something to write at the caret. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What it is, in a few words; may hold text of a page. */
  readonly detail?: string;
  /** What it is for, in our own words. Code in them stands in back ticks. */
  readonly documentation?: string;
  /** What the text at the caret is compared with, where it is not the label. */
  readonly filterText?: string;
  /** On one line, and around the caret. */
  readonly edit: TextEdit;
  /** The new text with tab stops where something is left to write, for editors that have them. */
  readonly snippet?: string;
  /** Edits elsewhere, that go with it. */
  readonly additionalEdits?: readonly TextEdit[];
  /** The text is only a beginning: what can follow is worth asking for at once. */
  readonly goesOn?: boolean;
}

/** Best first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** `false`: there are more, and who goes on typing has to ask again. */
  readonly isComplete: boolean;
}

export const NO_COMPLETIONS: Completions = { items: [], isComplete: true };

export function all(items: readonly Completion[]): Completions {
  return items.length === 0 ? NO_COMPLETIONS : { items, isComplete: true };
}
