/** The relevant parts of a key press. */
export interface Press {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly isCommand: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** The kind of place that has the focus. */
export type Focused = 'header' | 'group' | 'mo' | 'actions' | 'cell';

/** The actions of keys, except moving. */
export type KeyAction =
  | 'sort'
  | 'toggleGroup'
  | 'collapse'
  | 'expand'
  /** Shows the row in an editor and moves the focus there. */
  | 'show'
  /** Shows the row in an editor and keeps the focus here. */
  | 'peek'
  | 'menu'
  | 'openLink'
  | 'edit'
  | 'type'
  | 'insertRow'
  | 'deleteRow'
  | 'moveRowUp'
  | 'moveRowDown'
  | 'toggleMandatory'
  | 'undo'
  | 'redo';

/** `undefined`: the key moves, or has no action here. */
export function actionOf(press: Press, focused: Focused): KeyAction | undefined {
  return (
    undoOf(press) ??
    (focused === 'header' ? headerAction(press) : focused === 'group' ? groupAction(press) : rowAction(press, focused))
  );
}

export function undoOf({ key, isCommand, isShift, isAlt }: Press): 'undo' | 'redo' | undefined {
  if (!isCommand || isAlt) return undefined;
  if (key.toLowerCase() === 'z') return isShift ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !isShift ? 'redo' : undefined;
}

function headerAction({ key, isCommand, isShift, isAlt }: Press): KeyAction | undefined {
  return !isCommand && !isShift && !isAlt && (key === 'Enter' || key === ' ') ? 'sort' : undefined;
}

function groupAction({ key, isCommand, isShift, isAlt }: Press): KeyAction | undefined {
  if (isCommand || isShift || isAlt) return undefined;
  if (key === 'Enter' || key === ' ') return 'toggleGroup';
  if (key === 'ArrowLeft') return 'collapse';
  return key === 'ArrowRight' ? 'expand' : undefined;
}

function rowAction(press: Press, focused: Focused): KeyAction | undefined {
  const { key, isCommand, isShift, isAlt } = press;
  if (key === 'ContextMenu' || (key === 'F10' && isShift)) return 'menu';
  if (key === 'Insert' && !isAlt && !isCommand && !isShift) return 'insertRow';
  if (key === 'Delete' && !isAlt && !isShift) return 'deleteRow';
  if (isAlt) return isCommand || isShift ? undefined : moveOf(key);
  if (key === 'Enter') return enterAction(press, focused);
  if (isCommand) return undefined;
  if (key === 'F2') return 'edit';
  if (key === ' ') return focused === 'mo' ? 'toggleMandatory' : focused === 'actions' ? 'menu' : undefined;
  return isTyped(key) && focused !== 'actions' ? 'type' : undefined;
}

function moveOf(key: string): KeyAction | undefined {
  if (key === 'ArrowUp') return 'moveRowUp';
  return key === 'ArrowDown' ? 'moveRowDown' : undefined;
}

function enterAction({ isCommand, isShift }: Press, focused: Focused): KeyAction | undefined {
  if (isCommand) return isShift ? 'insertRow' : 'openLink';
  if (isShift) return undefined;
  return focused === 'actions' ? 'menu' : 'show';
}

/** A single character; `Process` is a key that an input method handles. */
function isTyped(key: string): boolean {
  return key === 'Process' || [...key].length === 1;
}
