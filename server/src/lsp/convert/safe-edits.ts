import type { Problem, TextEdit } from '../../core/index.js';
import type { AnyUri } from '../../workspace/index.js';
import type { Session } from '../session/session.js';
import { minimalEdits } from './minimal-edits.js';

/** The edits of all safe fixes for `text`, which apply together; with `accept`, only those of these problems. */
export async function safeEdits(
  { workspace }: Session,
  { uri, text }: { readonly uri: AnyUri; readonly text: string },
  accept?: (problem: Problem) => boolean,
): Promise<TextEdit[]> {
  const fixed = await workspace.fix(uri, text, accept);
  return minimalEdits(text, fixed.text);
}
