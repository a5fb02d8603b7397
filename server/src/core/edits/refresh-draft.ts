import type { Playbook } from '../model/playbook.js';
import { taskIdsOf } from '../model/task-ids.js';
import { parsePlaybook } from '../parse/playbook.js';
import { packOf } from '../vocabulary/language.js';

/**
 * How the tasks of a page changed since it had the text `before`, as a line for its refresh log; empty if they didn't.
 */
export function refreshDraft(page: Playbook, before: string): string {
  const old = new Set(taskIdsOf(parsePlaybook({ uri: page.uri, text: before }, page.vocabulary)));
  const now = new Set(taskIdsOf(page));
  const [added, removed] = [without(now, old), without(old, now)];
  const words = packOf(page.language).refreshLog;
  const parts = [
    ...(added.length > 0 ? [words.added(added.join(words.separator), added.length)] : []),
    ...(removed.length > 0 ? [words.removed(removed.join(words.separator), removed.length)] : []),
  ];
  const text = parts.join(words.join);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => !others.has(id));
}
