import { useLayoutEffect, useRef } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import { shownText, TASK_COLUMNS } from '../columns';
import type { PreviewEdit, PreviewProblem } from '../protocol/messages';
import { broughtBy, contentOf, edited, problemsOfFilled, type EditedCell } from '../model/edits';
import type { Tasks } from '../model/tasks';
import type { Anchor } from '../parts/anchored';
import { usePanel } from '../panel';
import { isSaveKey } from '../panel-keys';
import { useShownTasks } from '../shown-tasks';
import { ChoiceEditor } from './choice-editor';
import { TRIED_ID, type DraftContent, type FieldProps } from './field';
import { TaskEditor } from './task-editor';
import { TextEditor } from './text-editor';
import { TriedProblems } from './tried-problems';
import { useDraft } from './use-draft';
import { useAnswer } from './use-answer';
import { WordsEditor } from './words-editor';

const texts = defineTexts('preview/cell-editor', {
  label: { text: 'Edit {column}', note: '{column} is the header of a column: Task Name. Read by screen readers.' },
  textKeys: 'Enter to save, Escape to cancel',
  choiceKeys: 'Arrow keys to choose, Enter to save, Escape to cancel',
  wordsKeys: 'Enter to add the word, or to save if nothing is typed. Escape to cancel',
});

export interface CellEditorProps {
  readonly cell: EditedCell;
  /** The cell element. */
  readonly anchorOf: () => Anchor | undefined;
  readonly onTry: (request: number, edit: PreviewEdit) => void;
  /** `step`: 1 and -1 continue with the next or previous cell; 0 stays; `null`: the focus is already elsewhere. */
  readonly onCommit: (edit: PreviewEdit | undefined, step: 1 | -1 | 0 | null) => void;
  readonly onCancel: () => void;
  readonly onDraft: (content: DraftContent) => void;
}

/** Edits a cell in place. The problems that the rules would report are shown below. They don't prevent saving. */
export function CellEditor(props: CellEditorProps) {
  const { cell, anchorOf, onTry, onCommit, onCancel, onDraft } = props;
  const { tried, fresh } = usePanel().state;
  const { tasks } = useShownTasks();
  const frame = useRef<HTMLDivElement>(null);
  const draft = useDraft<DraftContent>(contentOf(tasks, cell), onDraft);
  const edit = edited(tasks, cell, draft.value);
  const answer = useAnswer(edit, tried, onTry, PAUSE);
  usePlace(frame, anchorOf);
  const isDone = useRef(false);
  // Removing the editor also removes the focus from it. That isn't the author's action and saves nothing.
  useLayoutEffect(
    () => () => {
      isDone.current = true;
    },
    [],
  );
  const finish = (step: 1 | -1 | 0 | null, final: PreviewEdit | undefined): void => {
    if (isDone.current) return;
    isDone.current = true;
    onCommit(final, step);
  };
  const commit = (step: 1 | -1 | 0 | null, content = draft.latest()): void =>
    finish(step, edited(tasks, cell, content));
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys that choose from an input method's suggestions belong to the input method.
    if (event.isComposing) return;
    if (isSaveKey(event)) {
      commit(0);
      return;
    }
    if (event.key === 'Escape') {
      isDone.current = true;
      onCancel();
    } else if (event.key === 'Tab') commit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter') commit(0);
    else return;
    event.preventDefault();
    // All other keys are passed to VS Code, which has actions for some of them.
    event.stopPropagation();
  };
  const onFocusOut = (event: FocusEvent): void => {
    const isInside = event.relatedTarget instanceof Node && frame.current?.contains(event.relatedTarget);
    // An author who switches to another window will come back.
    if (!isInside && document.hasFocus()) commit(null);
  };
  const row = tasks.row(tasks.rowOf(cell.key));
  const brought = answer === undefined ? NONE : broughtBy(row?.problems ?? NONE, answer.problems, cell.column);
  const isFresh = row !== undefined && cell.key === fresh;
  const field: FieldProps = {
    label: texts.label({ column: TASK_COLUMNS[cell.column].title }),
    onChange: draft.set,
    onEnter: (content) => commit(0, content),
  };
  return (
    <div
      ref={frame}
      class={`editor of-${cell.column}`}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
      onPointerDown={keepFocus}
    >
      <Field
        {...field}
        tasks={tasks}
        cell={cell}
        content={draft.value}
        onTake={(text, step) => finish(step, { command: 'setCell', column: cell.column, text, fillsRow: true })}
      />
      <TriedProblems
        id={TRIED_ID}
        answer={answer}
        brought={isFresh ? problemsOfFilled(row, brought, cell.column) : brought}
        keys={KEYS[TASK_COLUMNS[cell.column].editor.kind]}
      />
    </div>
  );
}

const NONE: readonly PreviewProblem[] = [];

/** In milliseconds. The rules don't run while the author is typing. */
const PAUSE = 150;

/** The keys of each field. */
const KEYS = { text: texts.textKeys, task: texts.choiceKeys, choice: texts.choiceKeys, words: texts.wordsKeys };

interface CellFieldProps extends FieldProps {
  readonly tasks: Tasks;
  readonly cell: EditedCell;
  readonly content: DraftContent;
  readonly onTake: (id: string, step: 1 | -1 | 0) => void;
}

function Field({ tasks, cell, content, onTake, ...field }: CellFieldProps) {
  const { key, column, typed, replaces } = cell;
  const { editor } = TASK_COLUMNS[column];
  const before = contentOf(tasks, cell);
  const row = tasks.row(tasks.rowOf(key));
  switch (editor.kind) {
    case 'text':
      return <TextEditor {...field} before={textIn(before)} typed={typed} replaces={replaces} />;
    case 'task': {
      const ownId = shownText(row?.id ?? null);
      const { pattern } = tasks.preview.words.taskId;
      return <TaskEditor {...field} {...{ before: textIn(before), ownId, typed, replaces, pattern, onTake }} />;
    }
    case 'choice': {
      const letters = tasks.tableOf(row)?.letters ?? { mandatory: 'M', optional: 'O' };
      return <ChoiceEditor {...field} chosen={textIn(content)} typed={typed} letters={letters} />;
    }
    case 'words': {
      const offered = editor.offered(tasks.preview.words);
      return <WordsEditor {...field} before={wordsIn(before)} offered={offered} typed={typed} replaces={replaces} />;
    }
  }
}

function textIn(content: DraftContent): string {
  return typeof content === 'string' ? content : '';
}

function wordsIn(content: DraftContent): readonly string[] {
  return typeof content === 'string' ? [] : content;
}

/** Pressing next to a field inside the editor doesn't move the focus. */
function keepFocus(event: PointerEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

/** Placed over its cell. The list below it moves above if there isn't enough space. */
function usePlace(frame: { readonly current: HTMLDivElement | null }, anchorOf: CellEditorProps['anchorOf']): void {
  useLayoutEffect(() => {
    const element = frame.current;
    const anchor = anchorOf();
    if (element === null || anchor === undefined) return;
    element.style.minWidth = `${Math.min(Math.max(anchor.right - anchor.left, 260), window.innerWidth - 8)}px`;
    element.style.setProperty('--cell-height', `${anchor.bottom - anchor.top}px`);
    const left = Math.max(4, Math.min(anchor.left, window.innerWidth - element.offsetWidth - 4));
    const isUp = anchor.top + element.offsetHeight > window.innerHeight && anchor.bottom > element.offsetHeight;
    element.classList.toggle('up', isUp);
    element.style.left = `${left}px`;
    element.style.top = `${isUp ? anchor.bottom - element.offsetHeight : anchor.top}px`;
  });
}
