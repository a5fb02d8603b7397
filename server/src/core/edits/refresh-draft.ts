import type { Playbook } from '../model/playbook.js';
import { taskIdsOf } from '../model/task-ids.js';
import { parsePlaybook } from '../parse/playbook.js';
import type { Language } from '../vocabulary/language.js';

/**
 * How the tasks of a page changed since it had the text `before`, as a line for its refresh log; empty if they didn't.
 */
export function refreshDraft(page: Playbook, before: string): string {
  const old = new Set(taskIdsOf(parsePlaybook({ uri: page.uri, text: before }, page.vocabulary)));
  const now = new Set(taskIdsOf(page));
  const [added, removed] = [without(now, old), without(old, now)];
  const { add, remove, list, join } = WORDS[page.language];
  const parts = [
    ...(added.length > 0 ? [add(added.join(list), added.length)] : []),
    ...(removed.length > 0 ? [remove(removed.join(list), removed.length)] : []),
  ];
  const text = parts.join(join);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function without(ids: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => !others.has(id));
}

/** The words for it in one language. The first letter is capitalized afterwards. */
interface Words {
  add(ids: string, count: number): string;
  remove(ids: string, count: number): string;
  readonly list: string;
  readonly join: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    add: (ids, count) => `added ${count > 1 ? 'tasks' : 'task'} ${ids}`,
    remove: (ids, count) => `removed ${count > 1 ? 'tasks' : 'task'} ${ids}`,
    list: ', ',
    join: '; ',
  },
  de: {
    add: (ids, count) => `${count > 1 ? 'Aufgaben' : 'Aufgabe'} ${ids} hinzugefügt`,
    remove: (ids, count) => `${count > 1 ? 'Aufgaben' : 'Aufgabe'} ${ids} entfernt`,
    list: ', ',
    join: '; ',
  },
  es: {
    add: (ids, count) => `${count > 1 ? 'se agregaron las tareas' : 'se agregó la tarea'} ${ids}`,
    remove: (ids, count) => `${count > 1 ? 'se eliminaron las tareas' : 'se eliminó la tarea'} ${ids}`,
    list: ', ',
    join: '; ',
  },
  pt: {
    add: (ids, count) => `${count > 1 ? 'tarefas' : 'tarefa'} ${ids} ${count > 1 ? 'adicionadas' : 'adicionada'}`,
    remove: (ids, count) => `${count > 1 ? 'tarefas' : 'tarefa'} ${ids} ${count > 1 ? 'removidas' : 'removida'}`,
    list: ', ',
    join: '; ',
  },
  ja: { add: (ids) => `タスク ${ids} を追加`, remove: (ids) => `タスク ${ids} を削除`, list: '、', join: '。' },
  zh: { add: (ids) => `新增任务 ${ids}`, remove: (ids) => `删除任务 ${ids}`, list: '、', join: '；' },
};
