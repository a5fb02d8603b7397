/** Documents, configuration and checks for all front ends. Uses neither LSP nor Node. */
export { LEADS_OUT, type FileListing, type UnlistedFolder, type Unread, type WorkspaceHost } from './host.js';
export type { FactsStore, StoredData } from './facts-store.js';
export type { FactsWriter, KnownFacts, TextFactsStore } from './text-facts-store.js';
export type { Snapshot } from './snapshot.js';
export type { PageFrontMatter } from './front-matters.js';
export { Workspace, type WorkspaceOptions } from './workspace.js';
export {
  planForPages,
  workspaceReport,
  type LinePlace,
  type PagesPlan,
  type ReportPaths,
  type WorkspaceReport,
  type WorkspaceReportKind,
} from './reports.js';
export { planForTasks, type TasksPlan } from './task-edits.js';
export { Cancelled } from './cancelled.js';
export { emptyResult, NO_DEPENDENCIES, type CheckResult } from './check-result.js';
export {
  editionsAround,
  effectiveConfiguration,
  type EffectiveConfiguration,
  type EffectiveRule,
} from './effective-configuration.js';
export { Emitter, type Event } from './emitter.js';
export type { ChangedPages, WorkspaceChange } from './workspace-change.js';
export type { UnreadFile, WorkspaceFailure } from './workspace-failure.js';
export type { FileChange, IndexProgress } from './workspace-indexer.js';
export { ShownPaths, shownName } from './shown-paths.js';
export { filePathOf, uriOf } from './file-uris.js';
export { isConfigFile, type FixedConfig } from './config-store.js';
export { isRuleProblem, pageOf, webPageOf, tooManyProblems } from './file-problems.js';
export {
  folderOf,
  isTocFile,
  normalizedUri,
  relativePath,
  resolvedUri,
  uriOfPath,
  type AnyUri,
  type Uri,
} from './uris.js';
export { localDate } from './local-date.js';
export { DOCS_ON_THE_WEB, VERSION } from '../core/index.js';
export { unknownWordOf } from './unknown-word.js';
