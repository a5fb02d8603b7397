/** The content of a cell as typed so far: text, or a list of words. */
export type DraftContent = string | readonly string[];

/** What every field of the cell editor gets. */
export interface FieldProps {
  readonly label: string;
  /** Called with every change, including a word that is typed but not accepted yet: a click elsewhere saves it too. */
  readonly onChange: (content: DraftContent) => void;
  /** Saves the latest content, or `content`. */
  readonly onEnter: (content?: DraftContent) => void;
}

/** The ID of the element that lists the problems of the typed content. */
export const TRIED_ID = 'tried';
