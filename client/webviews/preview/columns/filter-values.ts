import type { PreviewTerm } from '../protocol/messages';

/** The filter value of rows without a value. */
export const NO_VALUE = '';
/** The role and services of a broken row, whose words can't be assigned to columns. */
export const BROKEN = '\0';

/** The filter value of a word: its neutral id, or the word itself if it is unknown. */
export function termValue({ id, text }: PreviewTerm): string {
  return id ?? text;
}
