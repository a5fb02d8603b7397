export { mayBecomePlaybook } from './beginnings.js';
export { COMPLETION_TRIGGERS, completionsAt } from './completions-at.js';
export type { Completion, CompletionKind, CompletionRequest, Completions } from './completion.js';
export { offeredTasks, withKnownValues, withMarkedName, type OfferedTask } from './offered-tasks.js';
export { fillRow, rowOffers } from './row-offers.js';
export { textWithoutComment } from './suppressions.js';
