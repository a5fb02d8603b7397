import type { ReportedEdit } from './report.js';

/**
 * The edits of a fix as one edit, which also contains the text between them. `undefined` without edits. `text`: the
 * whole text that the edits refer to.
 */
export function mergedEdit(edits: readonly ReportedEdit[], text: string): ReportedEdit | undefined {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let at = first.offset;
  let newText = '';
  for (const edit of edits) {
    newText += text.slice(at, edit.offset) + edit.text;
    at = edit.endOffset;
  }
  const { endLine, endColumn, endOffset } = last;
  return { ...first, endLine, endColumn, endOffset, text: newText };
}
