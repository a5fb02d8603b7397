import type { TextPosition } from './text-places.js';

/** Request: the place of a playbook in the other languages of the page. */
export const counterpartsMethod = 'playbook/counterparts';

export interface CounterpartsParams {
  readonly uri: string;
  readonly position: TextPosition;
}

/** One for each other language: the row of the same task, the heading of the same section, or the top of the page. */
export type CounterpartsResult = readonly CounterpartPlace[];

export interface CounterpartPlace {
  /** `de`. */
  readonly language: string;
  /** In English: `German`. */
  readonly languageName: string;
  readonly uri: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}

/** Request: the text of the cell after or before a position in a table. */
export const nextCellMethod = 'playbook/nextCell';

export interface NextCellParams {
  readonly uri: string;
  readonly position: TextPosition;
  readonly direction: 'next' | 'previous';
}

/** `null`: there is no table, or it ends here. */
export type NextCellResult = { readonly start: TextPosition; readonly end: TextPosition } | null;
