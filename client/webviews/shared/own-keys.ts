/**
 * Keeps the keys of a panel away from VS Code, wherever the focus is in the page. VS Code looks up each key in its own
 * keybindings, and some of them change the text editor: Insert switches it to overtype mode.
 */
export function keepOwnKeys(): void {
  // VS Code listens on the window. The page has already handled the key by then, and its default action isn't
  // prevented.
  document.addEventListener('keydown', (event) => {
    if (isOwnKey(event)) event.stopPropagation();
  });
}

/**
 * Keys that type, edit or move. Function keys, Escape, the clipboard keys and all other keys with a modifier are passed
 * to VS Code.
 */
function isOwnKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return false;
  if (altKey) return key === 'ArrowUp' || key === 'ArrowDown';
  if (shiftKey && (key === 'Insert' || key === 'Delete')) return false;
  return key === 'F2' || !(key === 'Escape' || /^F\d+$/.test(key));
}
