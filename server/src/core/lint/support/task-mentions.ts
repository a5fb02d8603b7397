import type { Located, Span } from '../../text/span.js';

/** A task that a text names: `Task 3134 was renamed`. Spans count from the start of the text. */
export interface NamedTask extends Located<string> {
  /** The words around it say that the task is gone: history, no reference. */
  readonly isGone: boolean;
}

/** "Task 4090", "tasks 4090, 4091 and 4092", "**Task(s)**: 4090" in the six languages, behind the word. */
const NAMED =
  /(?:tasks?|aufgaben?|tareas?|tarefas?|タスク|任务)(?:\s*\(s\))?(?:\*\*)?(?:[\s#:：]|IDs?)*(?:\*\*)?\s*((?:(?<!\d)\d{3,4}(?!\d)(?:[\s,、，/&+]|and|und|y|e|と|および|和|or)*)+)/giu;
/** Words of what is gone, or is called something else now: history, and no reference to a task of today. */
export const TELLS_OF_CHANGE =
  /deprecat|remov|delet|retir|replac|renam|merg|obsolet|veralte|entfern|gelöscht|ersetz|elimin|quitad|retirad|reempl|removid|exclu|substitu|削除|廃止|非推奨|置き換え|删除|弃用|移除|替换|停用/iu;
/** Words of what is gone for good. */
const GONE =
  /deprecat|remov|delet|retir|obsolet|veralte|entfern|gelöscht|elimin|quitad|removid|exclu|削除|廃止|非推奨|删除|弃用|移除|停用/iu;
/** What parts two statements. */
const CLAUSE_END = /[\n;。；]|[.,、，]\s|\s(?:and|und|y|e)\s/giu;
/** How far from the task's number a statement about it may reach, in characters. */
const REACH = 80;

/** The tasks that `text` names, in source order. */
export function tasksNamedIn(text: string): NamedTask[] {
  if (!/\d{3}/.test(text)) return [];
  return [...text.matchAll(NAMED)].flatMap((match) => {
    const list = match[1] ?? '';
    const from = match.index + match[0].length - list.length;
    const isGone = GONE.test(clauseAround(text, { start: match.index, end: from + list.length }));
    return [...list.matchAll(/\d{3,4}/g)].map(({ index, 0: value }) => ({
      value,
      isGone,
      span: { start: from + index, end: from + index + value.length },
    }));
  });
}

function clauseAround(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(CLAUSE_END)[0] ?? '';
  return before + text.slice(start, end) + after;
}
