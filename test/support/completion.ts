import {
  allRules,
  applyEdits,
  completionsAt,
  type Completion,
  type CompletionRequest,
  type Completions,
  type WorkspaceIndex,
  type FilePath,
} from '../../server/src/core/index.js';
import { CARET, caretPage } from './caret.js';
import { TODAY } from './lint.js';
import { indexOf, pathOf, type FileTexts } from './workspace-fixture.js';

export const RULES = allRules.map(({ meta: { id, description } }) => ({ id, description }));

/** What is offered at the caret of a page, which may stand among others. */
export function completionsIn(text: string, more: Partial<CompletionRequest> = {}): Completions {
  const { playbook, offset } = caretPage(text);
  return completionsAt({ playbook, offset, today: TODAY, rules: RULES, ...more });
}

/** The labels, best first. */
export function labelsIn(text: string, more?: Partial<CompletionRequest>): string[] {
  return completionsIn(text, more).items.map(({ label }) => label);
}

/** The line with the caret as it is once the offered item is taken. */
export function lineAfter(text: string, label: string, more?: Partial<CompletionRequest>): string {
  const { items } = completionsIn(text, more);
  const item = items.find((one) => one.label === label) ?? items.find((one) => one.label.startsWith(label));
  if (item === undefined) throw new Error(`"${label}" is not offered, only ${JSON.stringify(labelsIn(text, more))}`);
  const offset = text.indexOf(CARET);
  const after = taken(text.replace(CARET, ''), item);
  const added = (item.additionalEdits ?? [])
    .filter(({ span }) => span.end <= offset)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const at = item.edit.span.start + added;
  return after.slice(lineStart(after, at), lineEnd(after, at));
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  return at + (/[\r\n]/.exec(text.slice(at))?.index ?? text.length - at);
}

/** The text with an offered item taken. */
export function taken(text: string, { edit, additionalEdits = [] }: Completion): string {
  return applyEdits(text, [edit, ...additionalEdits]);
}

/** The page `name` of a workspace, as a completion request needs it. */
export function amongOthers(
  files: FileTexts,
  name: string,
): { readonly workspace: { readonly index: WorkspaceIndex; readonly path: FilePath } } {
  return { workspace: { index: indexOf(files), path: pathOf(name) } };
}
