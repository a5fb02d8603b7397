import type { Located, Span } from '../text/span.js';

/** A task mentioned in text: `Task 3134 was renamed`. Spans are relative to the text. */
export interface NamedTask extends Located<string> {
  /** Whether the words around it say that the task was removed: then it's history, not a reference. */
  readonly isGone: boolean;
}

/** "Task 4090", "tasks 4090, 4091 and 4092", "**Task(s)**: 4090" in the six languages, after the word. */
const NAMED =
  /(?:tasks?|aufgaben?|tareas?|tarefas?|タスク|任务)(?:\s*\(s\))?(?:\*\*)?(?:[\s#:：]|IDs?)*(?:\*\*)?\s*((?:(?<!\d)\d{3,4}(?!\d)(?:[\s,、，/&+]|and|und|y|e|と|および|和|or)*)+)/giu;
/** Words for removed or renamed tasks: then it's history, not a reference to a current task. */
export const TELLS_OF_CHANGE =
  /deprecat|remov|delet|retir|replac|renam|merg|obsolet|veralte|entfern|gelöscht|ersetz|elimin|quitad|retirad|reempl|removid|exclu|substitu|削除|廃止|非推奨|置き換え|删除|弃用|移除|替换|停用/iu;
/** Words for removed tasks. */
const GONE =
  /deprecat|remov|delet|retir|obsolet|veralte|entfern|gelöscht|elimin|quitad|removid|exclu|削除|廃止|非推奨|删除|弃用|移除|停用/iu;
/** The separators between two statements. */
const CLAUSE_END = /[\n;。；]|[.,、，]\s|\s(?:and|und|y|e)\s/giu;
/** The maximum distance between a task number and a statement about it, in characters. */
const REACH = 80;

/** The tasks mentioned in `text`, in source order. */
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
