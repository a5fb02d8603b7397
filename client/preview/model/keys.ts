/** What of a key press counts. */
export interface Press {
  readonly key: string;
  /** Ctrl, or Command on a Mac. */
  readonly isCommand: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** What kind of place has the focus. */
export type Focused = 'header' | 'group' | 'mo' | 'actions' | 'cell';

/** What a key asks for, besides to move. */
export type KeyAction =
  | 'sort'
  | 'toggleGroup'
  | 'collapse'
  | 'expand'
  /** In an editor, and to go on there. */
  | 'show'
  /** In an editor, but to stay here. */
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

/** `undefined`: the key moves, or means nothing here. */
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

/** One character; `Process` is a key that an input method has taken for itself. */
function isTyped(key: string): boolean {
  return key === 'Process' || [...key].length === 1;
}
