export type { CellPart } from './cell-parts.js';
export { pageFacts, summaryFacts, type PageFacts } from './page-facts.js';
export { renderedTables, type RenderedRow, type RenderedTable, type Rendering } from './rendered-tables.js';
export type { RowProblem } from './row-problems.js';
export { safeHref } from './safe-href.js';
export { summaryTasks } from './summary-tasks.js';
export { taskPreview, type PreviewRow, type PreviewTable, type TaskPreview } from './task-preview.js';
export type { ShownCell, ShownRow, ShownTerm, ShownTerms } from './task-row.js';
export { taskVersions, type TaskVersion, type TaskVersions, type VersionedTask } from './task-versions.js';
