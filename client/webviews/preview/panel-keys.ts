import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { undoOf } from './model/keys';

/** Ctrl+F (Command+F on a Mac) moves the focus to the filter field. */
export function useFindKey(input: RefObject<HTMLInputElement>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isCommandKey(event, 'f') || input.current === null) return;
      event.preventDefault();
      input.current.focus();
      input.current.select();
    };
    // Before any handler that stops keys.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}

/**
 * Ctrl+S saves the page, because VS Code itself has nothing to save in a panel. The cell editor handles the key first.
 */
export function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isSaveKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      save();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Undo and redo also work outside the grid, because after an edit there may be no row left to focus. Text fields have
 * their own undo.
 */
export function useUndoKeys(undo: (command: 'undo' | 'redo') => void): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = undoOf({
        key: event.key,
        isCommand: event.ctrlKey || event.metaKey,
        isShift: event.shiftKey,
        isAlt: event.altKey,
      });
      if (command === undefined || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(command);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

export function isSaveKey(event: KeyboardEvent): boolean {
  return isCommandKey(event, 's');
}

function isCommandKey(event: KeyboardEvent, letter: string): boolean {
  return event.key.toLowerCase() === letter && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}
