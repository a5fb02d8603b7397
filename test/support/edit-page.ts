import assert from 'node:assert/strict';
import {
  applyEdits,
  isRefusal,
  parsePlaybook,
  updatePlaybook,
  type Playbook,
  type Refusal,
  type Span,
  type TextEdit,
} from '../../server/src/core/index.js';
import { english } from './english.js';

/** A page with a caret in it. */
export interface EditPage {
  readonly playbook: Playbook;
  readonly text: string;
  /** Between two carets, or the place of the only one. */
  readonly span: Span;
  readonly offset: number;
}

const CARET = '█';

/** Reads a page with one `█` for the caret, or two around what is selected. */
export function pageWith(source: string): EditPage {
  const [before = '', selected = '', after] = source.split(CARET);
  const text = source.replaceAll(CARET, '');
  const start = before.length;
  const span = { start, end: after === undefined ? start : start + selected.length };
  return { playbook: parsePlaybook({ uri: 'file:///page.md', text }), text, span, offset: start };
}

type Edits = readonly TextEdit[] | { readonly edits: readonly TextEdit[]; readonly selection: Span };

/** The page after the edits, with carets where they put the selection. Fails on a refusal. */
export function afterEdits({ playbook, text }: Pick<EditPage, 'playbook' | 'text'>, result: Edits | Refusal): string {
  if (isRefusal(result)) return assert.fail(`refused: ${result.refused}`);
  const edits = 'edits' in result ? result.edits : result;
  assertSound(text, edits);
  const after = applyEdits(text, edits);
  assert.deepEqual(
    tablesOf(updatePlaybook(playbook, after)),
    tablesOf(parsePlaybook({ uri: playbook.uri, text: after })),
    'an update reads what a full parse reads',
  );
  if (!('edits' in result)) return after;
  const { start, end } = result.selection;
  return after.slice(0, start) + CARET + (end > start ? after.slice(start, end) + CARET : '') + after.slice(end);
}

/** What a refused edit says. */
export function refusalOf(result: Edits | Refusal): string {
  return isRefusal(result) ? english(result.refused) : assert.fail('it was not refused');
}

/** Edits within the text that do not overlap, and each of which changes something. */
function assertSound(text: string, edits: readonly TextEdit[]): void {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [index, { span, newText }] of ordered.entries()) {
    assert.ok(span.start >= (ordered[index - 1]?.span.end ?? 0) && span.end <= text.length, 'edits overlap');
    assert.notEqual(text.slice(span.start, span.end), newText, 'an edit that changes nothing');
  }
}

function tablesOf({ tables }: Playbook): unknown {
  return tables.map(({ table, start }) => ({ start, rows: table.rows.map(({ source }) => source) }));
}

/** The lines that a diff shows as added and as removed. */
export function lineDiff(
  before: string,
  after: string,
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  const [old, now] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return { added: now.slice(start, now.length - end), removed: old.slice(start, old.length - end) };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
