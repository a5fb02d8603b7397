import { changeBetween, type TextEdit } from '../../core/index.js';
import { appendAll } from '../../core/index.js';

/** How many lines to look ahead for the place where the two texts match again. */
const LOOK_AHEAD = 40;

/**
 * The smallest edits that turn `before` into `after`, in order, because an editor keeps the caret, folds and marks that
 * no edit touches. Whole lines, or only the changed part of a changed line.
 */
export function minimalEdits(before: string, after: string): TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const edits: TextEdit[] = [];
  let offset = 0;
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (old[i] === now[j]) {
      offset += old[i]?.length ?? 0;
      i++;
      j++;
      continue;
    }
    const next = nextAgreement(old, now, i, j);
    const gone = old.slice(i, next.i).join('');
    appendAll(edits, editFor(offset, gone, now.slice(j, next.j).join('')));
    offset += gone.length;
    ({ i, j } = next);
  }
  return edits;
}

/** Each line with its line ending. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** The nearest pair of equal lines after `i` and `j`; both ends if there is none. */
function nextAgreement(old: readonly string[], now: readonly string[], i: number, j: number): { i: number; j: number } {
  for (let ahead = 1; ahead <= LOOK_AHEAD; ahead++) {
    // Tries equal numbers of removed and added lines first, because most fixes don't change the number of lines.
    for (let skew = 0; skew <= ahead; skew++) {
      if (agrees(old, now, i + ahead, j + ahead - skew)) return { i: i + ahead, j: j + ahead - skew };
      if (agrees(old, now, i + ahead - skew, j + ahead)) return { i: i + ahead - skew, j: j + ahead };
    }
  }
  return { i: old.length, j: now.length };
}

/** Blank lines don't count as matches, because there are too many. */
function agrees(old: readonly string[], now: readonly string[], i: number, j: number): boolean {
  const line = old[i];
  return line !== undefined && line === now[j] && line.trim() !== '';
}

function editFor(offset: number, gone: string, came: string): TextEdit[] {
  const change = changeBetween(gone, came);
  if (change === undefined) return [];
  let { start, oldEnd, newEnd } = change;
  while (isInside(gone, start) || isInside(came, start)) start--;
  for (; isInside(gone, oldEnd) || isInside(came, newEnd); newEnd++) oldEnd++;
  return [{ span: { start: offset + start, end: offset + oldEnd }, newText: came.slice(start, newEnd) }];
}

/** Whether `at` is inside a line ending or a character, which no LSP position can express. */
function isInside(text: string, at: number): boolean {
  const pair = text.slice(Math.max(0, at - 1), at + 1);
  return at > 0 && (pair === '\r\n' || /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair));
}
