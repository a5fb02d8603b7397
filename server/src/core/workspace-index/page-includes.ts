import { memoized } from '../text/memo.js';
import type { PageSummary } from './page-summary.js';

/** The targets of the page's includes, as written between the parentheses, without a title. */
export const includesOf = memoized(
  ({ outline, links }: PageSummary): readonly string[] =>
    outline?.includes ?? links.flatMap(({ value }) => (value.kind === 'include' ? [value.target.value] : [])),
);
