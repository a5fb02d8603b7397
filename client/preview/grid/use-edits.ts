import { useEffect, useRef } from 'preact/hooks';
import type { PreviewEdit, TaskColumnName } from '../../src/common/preview/messages';
import type { Send } from '../host';
import { rowAfter } from '../model/edits';
import type { Said } from '../model/session';
import type { Tasks } from '../model/tasks';

export interface Edits {
  /** Makes an edit; one after the other, as each is for the page as it then is. */
  readonly make: (row: number, edit: PreviewEdit) => void;
  /** The columns that our own edits have changed since that version, or will. */
  readonly changedSince: (version: number) => readonly TaskColumnName[];
}

interface PendingEdit {
  readonly tasks: Tasks;
  readonly row: number;
  readonly edit: PreviewEdit;
  /** When it was sent, in milliseconds. */
  readonly since: number;
}

/** Cells are changed one after the other, also when the page does not answer in between. */
interface CellEdit {
  readonly column: TaskColumnName;
  /** Of the page, once the edit is made. */
  readonly version: number;
}

/** In milliseconds: an edit that has changed nothing by then, such as to move the first row up, is over. */
const PATIENCE = 1000;

/** More than anybody presses before the page answers. */
const MOST_WAITING = 20;

/**
 * Sends edits, and says where to go on when the page has changed: `onMoved` with the row that was added or moved, or that
 * took the place of the one that went.
 */
export function useEdits(tasks: Tasks, said: Said | null, send: Send, onMoved: (row: number) => void): Edits {
  const pending = useRef<PendingEdit | null>(null);
  const waiting = useRef<PreviewEdit[]>([]);
  const shown = useRef(tasks);
  const cells = useRef<readonly CellEdit[]>([]);
  const start = (row: number, edit: PreviewEdit): void => {
    const { version } = shown.current.preview;
    if (version === null) return;
    pending.current = { tasks: shown.current, row, edit, since: performance.now() };
    if (edit.command === 'setCell') cells.current = withCell(cells.current, edit.column, version);
    send({ type: 'edit', version, row, edit });
  };
  useEffect(() => {
    const done = pending.current;
    // The versions of another page have nothing to do with these.
    if (shown.current.preview.pages[0]?.uri !== tasks.preview.pages[0]?.uri) cells.current = [];
    shown.current = tasks;
    if (done === null || done.tasks.preview.version === tasks.preview.version) return;
    pending.current = null;
    const row = rowAfter(done.tasks, done.row, done.edit.command, tasks);
    if (row === undefined) return;
    if (done.edit.command !== 'setCell' && done.edit.command !== 'toggleMandatory') onMoved(row);
    const next = waiting.current.shift();
    if (next !== undefined) start(row, next);
  }, [tasks]);
  useEffect(() => {
    // An edit that was refused brings no new version.
    if (said?.isError !== true) return;
    pending.current = null;
    waiting.current = [];
  }, [said]);
  const make = (row: number, edit: PreviewEdit): void => {
    const before = pending.current;
    const waits = before !== null && before.row === row && edit.command !== 'setCell' && performance.now() - before.since < PATIENCE;
    if (!waits) {
      waiting.current = [];
      start(row, edit);
    } else if (waiting.current.length < MOST_WAITING) waiting.current.push(edit);
  };
  const changedSince = (version: number): readonly TaskColumnName[] => cells.current.filter((one) => one.version > version).map(({ column }) => column);
  return { make, changedSince };
}

/** The edits that are not in `version` of the page yet, and one more. */
function withCell(cells: readonly CellEdit[], column: TaskColumnName, version: number): readonly CellEdit[] {
  const waiting = cells.filter((one) => one.version > version);
  return [...waiting, { column, version: (waiting.at(-1)?.version ?? version) + 1 }];
}
