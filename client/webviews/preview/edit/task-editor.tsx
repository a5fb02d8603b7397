import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import type { RowOffer } from '../protocol/messages';
import { PlainText } from '../parts/plain-text';
import { usePanel } from '../panel';
import type { FieldProps } from './field';
import { TextEditor } from './text-editor';
import { useAnswer } from './use-answer';

const texts = defineTexts('preview/task-editor', {
  none: { text: 'No known tasks', note: 'Instead of a list of tasks that match the text typed into an ID cell.' },
});

interface TaskEditorProps extends FieldProps {
  readonly before: string;
  /** The ID in the cell, without its link. */
  readonly ownId: string;
  readonly typed: string;
  readonly replaces: boolean;
  /** A regular expression for task IDs. */
  readonly pattern: string;
  /** A known task was chosen. `step`: as in `onCommit`. */
  readonly onTake: (id: string, step: 1 | -1 | 0) => void;
}

/** The ID of a task. The known tasks that match the typed text are suggested. */
export function TaskEditor({ ownId, pattern, onTake, ...field }: TaskEditorProps) {
  const { before, typed: first, label, onChange } = field;
  const { state, send } = usePanel();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(first === '' ? before : first);
  const [chosen, setChosen] = useState<string>();
  const wanted = typed === before ? ownId : typed;
  const answer = useAnswer(
    wanted,
    state.offered,
    (request) => send({ type: 'offer', request, typed: wanted, ownId }),
    0,
  );
  // The list stays until the next one is there.
  const shown = useRef(answer?.tasks);
  if (answer !== undefined) shown.current = answer.tasks;
  const tasks = shown.current ?? NONE;
  // Enter after a complete ID saves it. After a part of a name, it accepts the first task.
  const isDone = answer === undefined || wanted === ownId || /^\s*$/.test(wanted) || new RegExp(pattern).test(wanted);
  const found = tasks.findIndex(({ id }) => id === chosen);
  const active = found === -1 && !isDone ? 0 : found;
  const task = tasks[active];
  const choose = (index: number): void => setChosen(tasks.at(index % tasks.length)?.id);
  useLayoutEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && tasks.length > 0) choose(active + 1);
    else if (event.key === 'ArrowUp' && tasks.length > 0) choose(Math.max(active, 0) - 1);
    else if (event.key === 'Enter' && task !== undefined && !event.ctrlKey && !event.metaKey) onTake(task.id, 0);
    else if (event.key === 'Tab' && task !== undefined) onTake(task.id, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <TextEditor
        {...field}
        onChange={(content) => {
          setTyped(String(content));
          setChosen(undefined);
          onChange(content);
        }}
        more={{
          role: 'combobox',
          'aria-expanded': tasks.length > 0,
          'aria-controls': 'offers',
          'aria-autocomplete': 'list',
          'aria-activedescendant': task && `offer-${active}`,
          onKeyDown,
        }}
      />
      <div ref={list} id="offers" class="offers" role="listbox" aria-label={label}>
        {tasks.map(({ id, name }, index) => (
          <div
            key={id}
            id={`offer-${index}`}
            class={index === active ? 'option active' : 'option'}
            role="option"
            aria-selected={index === active}
            onClick={() => onTake(id, 0)}
          >
            {id} <PlainText text={name} />
          </div>
        ))}
      </div>
      {shown.current?.length === 0 && (
        <p class="editor-keys" role="status">
          {texts.none}
        </p>
      )}
    </>
  );
}

const NONE: readonly RowOffer[] = [];
