export type { CellPart } from './cell-parts.js';
export { renderedTables, type RenderedRow, type RenderedTable, type Rendering } from './rendered-tables.js';
export { safeHref } from './safe-href.js';
export { summaryFacts, summaryTasks } from './summary-tasks.js';
export { pageFacts, taskPreview, type PageFacts, type PreviewRow, type PreviewTable, type RowProblem, type TaskPreview } from './task-preview.js';
export type { ShownCell, ShownRow, ShownTerm, ShownTerms } from './task-row.js';
export { taskVersions, type TaskVersion, type TaskVersions, type VersionedTask } from './task-versions.js';
