export { asFilePath, folderOf, isInside, nameOf, pathWithin, withoutSlash, type FilePath } from './file-path.js';
export type { ConfiguredEdition, ConfiguredEditions, Edition, EditionPlace, Editions } from './editions.js';
export type { CatalogueExtent } from './catalogue-extent.js';
export { exportedCatalogue } from './exported-catalogue.js';
export { readDocset, type Docset } from './docset.js';
export type { LinkTarget, PathTarget } from './link-target.js';
export { IndexReader, type EntryUse, type MentionUse, type TaskUse } from './index-reader.js';
export type { LinkLookup } from './link-lookup.js';
export { PackedPage } from './packed-page.js';
export { PackedPages } from './packed-pages.js';
export type {
  CatalogueEntry,
  HeadingFact,
  LinkFact,
  PageSummary,
  PlacedTask,
  TaskFact,
  TaskMention,
  TermsFact,
} from './page-summary.js';
export { factsToStore, outlineIn, pageWithFacts, type StoredFacts } from './stored-facts.js';
export { StoredPage } from './stored-page.js';
export { StoredToc, targetsIn } from './stored-toc.js';
export { isTocName, readToc, type TocSummary } from './toc.js';
export type { Topic } from './topics.js';
export { WorkspaceIndex } from './workspace-index.js';
