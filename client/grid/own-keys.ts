/**
 * Keeps the keys of a panel from VS Code, wherever the focus is in the page. VS Code looks every key of a panel up in its own
 * keybindings, and some of them change the text editor: Insert switches it to overtype mode.
 */
export function keepOwnKeys(): void {
  // VS Code listens at the window. What the page does with a key is done by then, and its default is not prevented.
  document.addEventListener('keydown', (event) => {
    if (isOwnKey(event)) event.stopPropagation();
  });
}

/** Keys that write, edit or move. Function keys, Escape, the clipboard keys and all others with a modifier stay with VS Code. */
function isOwnKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  if (altKey) return key === 'ArrowUp' || key === 'ArrowDown';
  if (shiftKey && (key === 'Insert' || key === 'Delete')) return false;
  return key === 'F2' || !(key === 'Escape' || /^F\d+$/.test(key));
}
