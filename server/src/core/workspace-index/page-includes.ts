import { outlineOf } from './page-outline.js';
import type { PageSummary } from './page-summary.js';

/** The targets of the page's includes, as written between the parentheses, without a title. */
export function includesOf(page: PageSummary): readonly string[] {
  return outlineOf(page).includes;
}
