import type { Placed } from '../text/span.js';
import type { PageSummary } from './page-summary.js';

/** By summary, an earlier one of the page with the same facts in the same order. */
const origins = new WeakMap<PageSummary, PageSummary>();

/**
 * The first summary of the page with the same facts in the same order, however far they have moved since. Typing rarely
 * changes a fact, so what was found out about the origin, except for positions and words, needn't be found out again.
 */
export function originOf(page: PageSummary): PageSummary {
  return origins.get(page) ?? page;
}

/** Remembers that `after` replaces `before`. Results don't depend on it, only the time they take. */
export function noteSuccessor(before: PageSummary, after: PageSummary): void {
  if (before !== after && isArrangedAs(before, after)) origins.set(after, originOf(before));
}

function isArrangedAs(before: PageSummary, after: PageSummary): boolean {
  if (before.path !== after.path || before.language !== after.language || before.isPlaybook !== after.isPlaybook)
    return false;
  if (String(before.phases) !== String(after.phases) || String(before.refreshDays) !== String(after.refreshDays))
    return false;
  const edit: Edit = { by: after.text.length - before.text.length, lastBefore: -1, firstAfter: Infinity };
  return FACTS.every((name) => areMovedTogether(before[name], after[name], edit)) && edit.lastBefore < edit.firstAfter;
}

const FACTS = ['headings', 'tasks', 'steps', 'links', 'shapes'] as const satisfies readonly (keyof PageSummary)[];

/** One edit moves all facts after it by the same distance, and none before it, so they stay in order. */
interface Edit {
  readonly by: number;
  /** The offset of the last fact that stays, in the text before. */
  lastBefore: number;
  /** The offset of the first fact that moves, in the text before. */
  firstAfter: number;
}

function areMovedTogether(before: readonly Placed<object>[], after: readonly Placed<object>[], edit: Edit): boolean {
  if (before.length !== after.length) return false;
  for (let index = 0; index < before.length; index++) {
    const [one, other] = [before[index], after[index]];
    if (one === undefined || other === undefined || one.value !== other.value) return false;
    const { start } = one;
    if (other.start === start) edit.lastBefore = Math.max(edit.lastBefore, start);
    else if (other.start === start + edit.by) edit.firstAfter = Math.min(edit.firstAfter, start);
    else return false;
  }
  return true;
}
