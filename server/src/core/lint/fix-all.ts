import { applyEdits, type TextEdit } from '../text/text-edit.js';
import type { Fix, Problem } from './rule.js';
import { appendAll, largest, smallest } from '../text/lists.js';

export interface FixResult {
  readonly text: string;
  /** How many problems were fixed, over all passes. */
  readonly fixed: number;
  /** `false`: fixes still changed the text after the last pass. */
  readonly converged: boolean;
}

/** More passes than dependent fixes ever need. */
const MAX_PASSES = 10;

/**
 * Lints, applies the safe fixes, and repeats until nothing changes. Fix All, fixes on save, and `--fix` use this
 * function.
 *
 * `relint` returns the problems of a text. `accept` excludes fixes by the problem that they belong to.
 */
export function fixAll(
  text: string,
  relint: (text: string) => readonly Problem[],
  accept: (problem: Problem) => boolean = () => true,
): FixResult {
  let fixed = 0;
  const seen = new Set([text]);
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixes = relint(text).filter(accept).flatMap(safeFix);
    const { edits, applied } = withoutOverlaps(fixes);
    if (applied === 0) return { text, fixed, converged: true };
    const next = applyEdits(text, edits);
    // Two fixes that undo each other would never finish.
    if (next === text || seen.has(next)) return { text, fixed, converged: next === text };
    seen.add(next);
    text = next;
    fixed += applied;
  }
  return { text, fixed, converged: false };
}

/** The fix of `problem` that may run without confirmation. */
export function safeFix(problem: Problem): Fix[] {
  const fix = problem.fixes.find(({ applicability }) => applicability === 'safe');
  return fix === undefined ? [] : [fix];
}

/** The fix that an editor can apply automatically: the only safe fix, or else the suggestion that the rule prefers. */
export function bestFix({ fixes }: Problem): Fix | undefined {
  const safe = fixes.filter(({ applicability }) => applicability === 'safe');
  return safe.length > 0 ? (safe.length === 1 ? safe[0] : undefined) : fixes.find(({ isPreferred }) => isPreferred);
}

/** The edits of as many fixes as don't overlap, each fix in full or not at all; the rest waits for the next pass. */
function withoutOverlaps(fixes: readonly Fix[]): { edits: TextEdit[]; applied: number } {
  const ordered = [...fixes].sort((a, b) => startOf(a) - startOf(b));
  const edits: TextEdit[] = [];
  let applied = 0;
  let free = -1;
  for (const fix of ordered) {
    if (fix.edits.length === 0 || startOf(fix) <= free) continue;
    appendAll(edits, fix.edits);
    free = largest(fix.edits.map(({ span }) => span.end));
    applied++;
  }
  return { edits, applied };
}

function startOf({ edits }: Fix): number {
  return smallest(edits.map(({ span }) => span.start));
}
