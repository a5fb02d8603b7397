import type { TaskTexts } from '../edits/task-cells.js';
import { withPendingMark } from '../dialect/pending-marks.js';
import type { Playbook } from '../model/playbook.js';
import type { TermSet } from '../vocabulary/term-set.js';
import type { Language } from '../vocabulary/language.js';
import { summarize } from '../summary/summarize.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { KnownTasks } from './known-tasks.js';
import type { Obligation } from '../vocabulary/vocabulary.js';

/** A task for a new row. */
export interface OfferedTask {
  readonly id: string;
  /** In the language of the page, if available. */
  readonly name?: string;
  readonly mo?: Obligation;
  /** Neutral IDs; unknown words stay as written. */
  readonly roles: readonly string[];
  readonly services: readonly string[];
}

/**
 * The tasks of the catalogue and the other pages, those that the author probably needs first. A task that the page has
 * already keeps the name that it has there.
 */
export function offeredTasks(
  playbook: Playbook,
  around: { readonly index: WorkspaceIndex; readonly path: FilePath },
): OfferedTask[] {
  const { language, vocabulary } = playbook;
  const known = new KnownTasks(around, { language, vocabulary });
  const ownNames = namesOn(playbook, around.path);
  return known.ids.flatMap((id) => {
    const task = known.task(id);
    if (task === undefined) return [];
    const { obligation, role, services } = task;
    const name = ownNames.get(id) ?? task.name;
    return {
      id,
      ...(name !== undefined && { name }),
      ...(obligation !== undefined && { mo: obligation }),
      roles: idsIn(role, vocabulary.roles, language),
      services: idsIn(services, vocabulary.services, language),
    };
  });
}

/** The names of the tasks on the page itself. */
function namesOn(playbook: Playbook, path: FilePath): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { value } of summarize(path, playbook).tasks) {
    const { id, name } = value;
    if (name !== undefined && name.value !== '' && !names.has(id.value)) names.set(id.value, name.value);
  }
  return names;
}

/** A new task. Values that `task` doesn't have are those of the same task on other pages. */
export function withKnownValues(
  task: TaskTexts & { readonly taskId: string },
  playbook: Playbook,
  around: { readonly index: WorkspaceIndex; readonly path: FilePath },
): TaskTexts {
  const known = offeredTasks(playbook, around).find(({ id }) => id === task.taskId);
  const taskName = task.taskName ?? known?.name ?? namesOn(playbook, around.path).get(task.taskId);
  const mo = task.mo ?? known?.mo;
  return {
    taskId: task.taskId,
    ...(taskName !== undefined && { taskName }),
    ...(mo !== undefined && { mo }),
    roles: task.roles ?? known?.roles ?? [],
    services: task.services ?? known?.services ?? [],
  };
}

/** The texts of a new row. A name that was offered in another language than the page's is marked as text to translate. */
export function withMarkedName<Texts extends { readonly taskId?: string; readonly taskName?: string }>(
  texts: Texts,
  { language, vocabulary }: Playbook,
  around: { readonly index: WorkspaceIndex; readonly path: FilePath },
): Texts {
  const { taskId, taskName } = texts;
  if (taskId === undefined || taskName === undefined) return texts;
  const known = new KnownTasks(around, { language, vocabulary }).task(taskId);
  const isForeign = known !== undefined && !known.isNameTranslated && known.name === taskName;
  return isForeign ? { ...texts, taskName: withPendingMark(taskName) } : texts;
}

function idsIn(text: string | undefined, terms: TermSet, language: Language): string[] {
  return text === undefined ? [] : terms.split(text).map((part) => terms.find(part.text, language)?.id ?? part.text);
}
