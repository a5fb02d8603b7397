/** Features for writing a page. */
export type { CaretPlace } from './caret-place.js';
export { placeAt } from './place-at.js';
export { mayBecomePlaybook } from './completion/beginnings.js';
export { COMPLETION_TRIGGERS, completionsAt } from './completion/completions-at.js';
export { textWithoutComment } from './completion/suppressions.js';
export type { Completion, CompletionKind, CompletionRequest, Completions } from './completion/completion.js';
export { foldsOf, type Fold } from './folding.js';
export { lostTextIn, type LostText } from './lost-text.js';
export { nextCell } from './next-cell.js';
export { outlineOf, taskOutlineOf, type OutlineNode } from './outline.js';
export { selectionSpans } from './selection-ranges.js';
export { tableCounts, type TableCounts } from './table-counts.js';
export { wordCardAt, type WordRequest } from './term-hover.js';
export type { Translation, WordCard, WordKind } from './word-card.js';
