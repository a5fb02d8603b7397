import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { defineTexts } from '../../shared/texts';
import { isTaskColumn, type PreviewEdit } from '../protocol/messages';
import type { CellPlace } from '../../shared/movement';
import type { CellEditorProps } from '../edit/cell-editor';
import type { DraftContent } from '../edit/field';
import { edited, isBlank, isSameCell, type EditedCell } from '../model/edits';
import { isEditableCell, nextEditable } from '../model/places';
import { fillsRow, isOurs } from '../model/sent-edits';
import type { Tasks } from '../model/tasks';
import { plainText } from '../parts/plain-pieces';
import type { ShownGrid } from './shown-grid';
import type { ActiveCell } from './use-active';

const texts = defineTexts('preview/use-editing', {
  lost: {
    text: "The row changed. Your text wasn't saved: {text}",
    note: '{text} is what the author typed into a cell.',
  },
});

export type OpenEditor = Pick<CellEditorProps, 'cell' | 'onTry' | 'onCommit' | 'onCancel' | 'onDraft'>;

export interface Editing {
  /** The props of the open editor; `null` if none is open. */
  readonly editor: OpenEditor | null;
  /** Opens an editor for a cell. `false`: the cell can't be edited. */
  readonly start: (place: CellPlace, as: Opening) => boolean;
  readonly make: (row: number, edit: PreviewEdit) => void;
}

export type Opening = Pick<EditedCell, 'typed' | 'replaces'>;

/** The content is selected, so typing replaces it. */
const SELECTED: Opening = { typed: '', replaces: true };

let openings = 0;

/** The cell being edited. An added row can be filled in before the page answers. */
export function useEditing(shown: ShownGrid, active: ActiveCell): Editing {
  const { tasks, lines, columns, message, ours, dispatch, send } = shown;
  const { isEditable } = message;
  const [cell, setCell] = useState<EditedCell | null>(null);
  const draft = useRef<DraftContent>('');
  const awaited = useRef<string | undefined>(undefined);
  const give = (): void => {
    setCell(null);
    active.focusSoon();
  };
  const reportLost = (before: Tasks, lost: EditedCell): void => {
    if (edited(before, lost, draft.current) !== undefined)
      dispatch({
        type: 'announce',
        announcement: { message: texts.lost({ text: plainText(String(draft.current)) }), isError: true },
      });
  };
  const lose = (before: Tasks, lost: EditedCell): void => {
    give();
    reportLost(before, lost);
  };
  // A row that fills itself closes an editor without typed text.
  const isExpected = (before: Tasks, open: EditedCell): boolean =>
    isOurs(ours, open.key, open.column) ||
    (fillsRow(ours, open.key) && edited(before, open, draft.current) !== undefined);
  useKeptCell(tasks, cell, isExpected, lose);
  useGone(tasks, cell, reportLost);
  const start = (place: CellPlace, as: Opening): boolean => {
    const line = lines[place.row];
    const column = columns[place.column]?.id;
    if (!isEditable || line?.kind !== 'row' || !isTaskColumn(column) || !isEditableCell(tasks, line.row, column))
      return false;
    dispatch({ type: 'hold', key: line.rowKey });
    setCell({ key: line.rowKey, column, ...as, opening: ++openings });
    return true;
  };
  const commit = (done: EditedCell, edit: PreviewEdit | undefined, step: 1 | -1 | 0 | null): void => {
    if (edit !== undefined) shown.edit(tasks.rowOf(done.key), edit);
    setCell(null);
    if (step === null) return;
    const next = step === 0 ? undefined : nextEditable(tasks, lines, columns, active.place, step);
    // The content of the next cell isn't known yet if the edit fills the row.
    const opens = next !== undefined && !(edit?.command === 'setCell' && edit.fillsRow === true);
    // The editor takes the focus by itself.
    active.go(next ?? active.place, !opens);
    if (opens) start(next, SELECTED);
  };
  const fillIn = (key: string): void => {
    const row = lines.findIndex((line) => line.kind === 'row' && line.rowKey === key);
    if (row === -1) return;
    awaited.current = undefined;
    const first = nextEditable(tasks, lines, columns, { row, column: -1 }, 1) ?? { row, column: 0 };
    // The editor takes the focus by itself.
    active.go(first, !isEditableCell(tasks, tasks.rowOf(key), columns[first.column]?.id));
    start(first, SELECTED);
  };
  const make = (row: number, edit: PreviewEdit): void => {
    const isReused = edit.command === 'insertRow' && isBlank(tasks, row);
    const key = isReused ? tasks.key(row) : shown.edit(row, edit);
    if (edit.command !== 'insertRow' || key === undefined) return;
    awaited.current = key;
    fillIn(key);
  };
  // Immediately, because the next key is for the new row.
  useLayoutEffect(() => {
    if (awaited.current !== undefined) fillIn(awaited.current);
  }, [lines]);
  // The moved row is kept visible.
  useEffect(() => {
    const line = lines[active.place.row];
    if (line?.kind === 'row' && ours.some(({ key }) => key === line.rowKey)) active.show(active.place.row);
  }, [tasks]);
  useLeft(shown, active);
  const ask = (asked: EditedCell, request: number, edit: PreviewEdit): void => {
    const reference = tasks.reference(tasks.rowOf(asked.key));
    if (reference !== undefined) send({ type: 'try', request, ...reference, edit });
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
  return { editor, start, make };
}

/** Keeps the editor open when the page changes, unless somebody else changed its cell. */
function useKeptCell(
  tasks: Tasks,
  cell: EditedCell | null,
  isExpected: (before: Tasks, cell: EditedCell) => boolean,
  lose: (before: Tasks, cell: EditedCell) => void,
): void {
  const before = useRef(tasks);
  useEffect(() => {
    const old = before.current;
    before.current = tasks;
    if (cell === null || old === tasks) return;
    const isOwn = isEditableCell(tasks, tasks.rowOf(cell.key), cell.column) && isExpected(old, cell);
    if (!isOwn && !isSameCell(old, cell, tasks)) lose(old, cell);
  }, [tasks]);
}

/** Reports when the grid and its page are removed while a cell is being edited. */
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

/** Reports when the author leaves the row that was added last. */
function useLeft({ state: { fresh }, lines, dispatch }: ShownGrid, { place }: ActiveCell): void {
  const line = lines[place.row];
  const isThere = fresh !== null && line?.kind === 'row' && line.rowKey === fresh;
  const visited = useRef<string | null>(null);
  useEffect(() => {
    if (isThere) visited.current = fresh;
    else if (fresh !== null && visited.current === fresh) dispatch({ type: 'left' });
  }, [isThere, fresh]);
}
