import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewEdit } from '../../src/common/preview/messages';
import type { CellPlace } from '../../grid/movement';
import type { CellContent, CellEditorProps } from '../edit/cell-editor';
import { isTaskColumn } from '../model/columns';
import { edited, sameCell, type EditedCell } from '../model/edits';
import { isEditableCell, nextEditable } from '../model/places';
import type { Tasks } from '../model/tasks';
import { filled } from '../parts/filled';
import { plainText } from '../parts/plain-pieces';
import type { TaskGridProps } from './task-grid';
import type { ActiveCell } from './use-active';
import { useEdits, type Edits } from './use-edits';

export type OpenEditor = Pick<CellEditorProps, 'cell' | 'onTry' | 'onCommit' | 'onCancel' | 'onDraft'>;

export interface Editing {
  /** What the open editor needs; `null` when none is open. */
  readonly editor: OpenEditor | null;
  /** Opens an editor on a cell, as it was asked for. `false`: the cell cannot be changed. */
  readonly start: (place: CellPlace, as: Opening) => boolean;
  readonly make: (row: number, edit: PreviewEdit) => void;
}

export type Opening = Pick<EditedCell, 'typed' | 'replaces'>;

/** What is there is selected: whoever types replaces it. */
const SELECTED: Opening = { typed: '', replaces: true };

let openings = 0;

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
  const tellLost = (before: Tasks, lost: EditedCell): void => {
    if (edited(before, lost, draft.current) !== undefined) props.onSay({ message: filled(texts.editor.lost, plainText(String(draft.current))), isError: true });
  };
  const lose = (before: Tasks, lost: EditedCell): void => {
    give();
    tellLost(before, lost);
  };
  const keep = (same: EditedCell): void => {
    setCell(same);
    if (same.row !== cell?.row) goToRow(same.row, props, active);
  };
  useKeptCell(tasks, cell, edits.changedSince, keep, lose);
  useGone(tasks, cell, tellLost);
  const start = (place: CellPlace, as: Opening): boolean => {
    const line = lines[place.row];
    const column = columns[place.column];
    if (!isEditable || line?.kind !== 'row' || !isTaskColumn(column) || !isEditableCell(tasks, line.row, column)) return false;
    setCell({ row: line.row, column, ...as, opening: ++openings });
    return true;
  };
  const commit = (done: EditedCell, edit: PreviewEdit | undefined, step: 1 | -1 | 0 | null): void => {
    if (edit !== undefined) edits.make(done.row, edit);
    setCell(null);
    if (step === null) return;
    const next = step === 0 ? undefined : nextEditable(tasks, lines, columns, active.place, step);
    // An editor takes the focus by itself.
    active.go(next ?? active.place, next === undefined);
    if (next !== undefined) start(next, SELECTED);
  };
  const ask = (asked: EditedCell, request: number, edit: PreviewEdit): void => {
    const { version } = tasks.preview;
    if (version !== null) send({ type: 'try', request, version, row: asked.row, edit });
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
function useKeptCell(tasks: Tasks, cell: EditedCell | null, changedSince: Edits['changedSince'], keep: (cell: EditedCell) => void, lose: (before: Tasks, cell: EditedCell) => void): void {
  const before = useRef(tasks);
  useEffect(() => {
    const old = before.current;
    before.current = tasks;
    if (cell === null || old === tasks) return;
    const same = sameCell(old, cell, tasks, changedSince(old.preview.version ?? 0));
    if (same === undefined) lose(old, cell);
    else keep(same);
  }, [tasks]);
}

/** Tells when the grid goes, with the page that it shows, while a cell is being changed. */
function useGone(tasks: Tasks, cell: EditedCell | null, tell: (tasks: Tasks, cell: EditedCell) => void): void {
  const latest = useRef({ tasks, cell, tell });
  latest.current = { tasks, cell, tell };
  useEffect(
    () => () => {
      const last = latest.current;
      if (last.cell !== null) last.tell(last.tasks, last.cell);
    },
    [],
  );
}
