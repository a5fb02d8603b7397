import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewEdit, TaskColumnName } from '../../src/common/preview/messages';
import type { CellPlace } from '../../grid/movement';
import type { CellContent, CellEditorProps } from '../edit/cell-editor';
import { isTaskColumn } from '../model/columns';
import { sameCell, type EditedCell } from '../model/edits';
import { isEditableCell, nextEditable } from '../model/places';
import type { Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import { plainText } from '../parts/plain-pieces';
import type { TaskGridProps } from './task-grid';
import type { ActiveCell } from './use-active';
import { useEdits } from './use-edits';

export type OpenEditor = Pick<CellEditorProps, 'cell' | 'onTry' | 'onCommit' | 'onCancel' | 'onDraft'>;

export interface Editing {
  /** What the open editor needs; `null` when none is open. */
  readonly editor: OpenEditor | null;
  /** Opens an editor on a cell, with what was `typed` in place of what is there. `false`: the cell cannot be changed. */
  readonly start: (place: CellPlace, typed: string | null) => boolean;
  readonly make: (row: number, edit: PreviewEdit) => void;
}

/** The cell that is being changed, and the edits that are on their way. */
export function useEditing(props: TaskGridProps, active: ActiveCell): Editing {
  const { texts, tasks, lines, columns, isEditable, send } = props;
  const [cell, setCell] = useState<EditedCell | null>(null);
  const draft = useRef<CellContent>('');
  const edits = useEdits(tasks, props.said, send, (row) => goToRow(row, props, active));
  const give = (): void => {
    setCell(null);
    active.focusSoon();
  };
  const lose = (): void => {
    give();
    props.onSay({ message: filled(texts.editor.lost, plainText(String(draft.current))), isError: true });
  };
  useKeptCell(tasks, cell, edits.changing, setCell, lose);
  const start = (place: CellPlace, typed: string | null): boolean => {
    const line = lines[place.row];
    const column = columns[place.column];
    if (!isEditable || line?.kind !== 'row' || !isTaskColumn(column) || !isEditableCell(tasks, line.row, column)) return false;
    setCell({ row: line.row, column, typed });
    return true;
  };
  const commit = (edited: EditedCell, edit: PreviewEdit | undefined, step: 1 | -1 | 0 | null): void => {
    if (edit !== undefined) edits.make(edited.row, edit);
    setCell(null);
    if (step === null) return;
    const next = step === 0 ? undefined : nextEditable(tasks, lines, columns, active.place, step);
    // An editor takes the focus by itself.
    active.go(next ?? active.place, next === undefined);
    if (next !== undefined) start(next, null);
  };
  const ask = (edited: EditedCell, request: number, edit: PreviewEdit): void => {
    const { version } = tasks.preview;
    if (version !== null) send({ type: 'try', request, version, row: edited.row, edit });
  };
  const editor: OpenEditor | null = cell && {
    cell,
    onTry: (request, edit) => ask(cell, request, edit),
    onCommit: (edit, step) => commit(cell, edit, step),
    onCancel: give,
    onDraft: (content) => {
      draft.current = content;
    },
  };
  return { editor, start, make: edits.make };
}

function goToRow(row: number, { lines }: TaskGridProps, active: ActiveCell): void {
  const line = lines.findIndex((one) => one.kind === 'row' && one.row === row);
  // Whoever has gone on to a field or a button stays there.
  const isElsewhere = document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLButtonElement;
  if (line !== -1) active.go({ row: line, column: active.place.column }, !isElsewhere);
}

/** Keeps the editor open when the page changes, as long as its cell is the same. */
function useKeptCell(tasks: Tasks, cell: EditedCell | null, changing: () => TaskColumnName | null, keep: (cell: EditedCell) => void, lose: () => void): void {
  const before = useRef(tasks);
  const ours = useRef<TaskColumnName | null>(null);
  // Asked while the edit is on its way: when the page has changed, it is over.
  ours.current = changing() ?? ours.current;
  useEffect(() => {
    const [old, changed] = [before.current, ours.current];
    before.current = tasks;
    ours.current = null;
    if (cell === null || old === tasks) return;
    const same = sameCell(old, cell, tasks, changed);
    if (same === undefined) lose();
    else keep(same);
  }, [tasks]);
}
