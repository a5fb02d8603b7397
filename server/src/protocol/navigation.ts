import type { TextPosition } from './text-places.js';

/** Request: the place of a playbook in the other languages that the page is there in. */
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

/** Request: the text of the cell behind or before a place in a table. */
export const nextCellMethod = 'playbook/nextCell';

export interface NextCellParams {
  readonly uri: string;
  readonly position: TextPosition;
  readonly direction: 'next' | 'previous';
}

/** `null`: no table is there, or it ends there. */
export type NextCellResult = { readonly start: TextPosition; readonly end: TextPosition } | null;
