import {
  builtInVocabulary,
  FILE_COLUMN,
  IndexReader,
  metadataSheet,
  planMetadataEdit,
  taskReport,
  taskSheet,
  translationReport,
  translationSheet,
  type FilePath,
  type MetadataPlan,
  type ReportedTask,
  type Sheet,
  type SheetCell,
} from '../core/index.js';
import { throwIfCancelled, type IsCancelled } from './cancelled.js';
import { ShownPaths } from './shown-paths.js';
import type { PageFrontMatter } from './front-matters.js';
import type { Workspace } from './workspace.js';

/** The kind of a report about the whole workspace. */
export type WorkspaceReportKind = 'tasks' | 'translations' | 'metadata';

export interface WorkspaceReport {
  readonly sheet: Sheet;
  /** The place of each row. */
  readonly places: readonly (LinePlace | undefined)[];
}

export interface LinePlace {
  readonly path: FilePath;
  /** Starts at 0. */
  readonly line: number;
}

/** How a report shows the paths of files. */
export type ReportPaths = Pick<ShownPaths, 'shown' | 'fileShownAs'>;

export interface ReportOptions {
  readonly isCancelled?: IsCancelled | undefined;
  /** Relative to the workspace folder if omitted. */
  readonly paths?: ReportPaths;
}

/** The plan of a bulk edit, and the pages that it was planned for. */
export interface PagesPlan extends MetadataPlan {
  /** By their paths in the plan. */
  readonly pages: ReadonlyMap<string, PageFrontMatter>;
}

/**
 * A report about the current workspace, including unsaved changes in open documents. `undefined` without a workspace.
 * Throws `Cancelled` if the request was canceled while the workspace was read.
 */
export async function workspaceReport(
  workspace: Workspace,
  kind: WorkspaceReportKind,
  { isCancelled, paths: requested }: ReportOptions = {},
): Promise<WorkspaceReport | undefined> {
  if (!(await workspace.indexed())) return undefined;
  throwIfCancelled(isCancelled);
  const paths = requested ?? new ShownPaths(workspace.index.roots);
  switch (kind) {
    case 'tasks':
      return reportOnTasks(workspace, paths);
    case 'translations':
      return reportOnTranslations(workspace, paths);
    case 'metadata':
      return reportOnMetadata(await workspace.frontMatters(isCancelled), paths);
  }
}

/**
 * Plans the changes that give all pages the front matter in `sheet`. Nothing is changed. `undefined` without a
 * workspace. Throws `Cancelled` if the request was canceled.
 */
export async function planForPages(
  workspace: Workspace,
  sheet: Sheet,
  isCancelled?: IsCancelled,
): Promise<PagesPlan | undefined> {
  if (!(await workspace.indexed())) return undefined;
  const paths = new ShownPaths(workspace.index.roots);
  const pages = new Map((await workspace.frontMatters(isCancelled)).map((page) => [paths.shown(page.path), page]));
  return { ...planMetadataEdit(sheet, pages), pages };
}

function reportOnTasks({ index }: Workspace, paths: ReportPaths): WorkspaceReport {
  const report = taskReport(index);
  const reader = new IndexReader(index);
  return {
    sheet: taskSheet(report, (path) => paths.shown(path)),
    places: report.tasks.map((task) => placeOf(task, reader)),
  };
}

/** The first page that lists the task, or else the catalogue. */
function placeOf({ id, pages }: ReportedTask, reader: IndexReader): LinePlace | undefined {
  const listed = Object.values(pages).flat();
  const use = reader.usesOf(id).find(({ page }) => page.path === listed[0]);
  if (use !== undefined)
    return { path: use.page.path, line: use.page.lines.lineAt(use.task.start + use.task.value.id.span.start) };
  const [entry] = reader.entriesOf(id);
  return entry === undefined ? undefined : { path: entry.path, line: entry.page?.lines.lineAt(entry.start) ?? 0 };
}

function reportOnTranslations({ index }: Workspace, paths: ReportPaths): WorkspaceReport {
  const sheet = translationSheet(translationReport(index), (path) => paths.shown(path));
  const own = cellReader(sheet, 'Page', 'Line');
  const english = cellReader(sheet, 'English page', 'Line in English');
  return { sheet, places: sheet.rows.map((row) => placeIn(own(row), paths) ?? placeIn(english(row), paths)) };
}

function reportOnMetadata(pages: readonly PageFrontMatter[], paths: ReportPaths): WorkspaceReport {
  const [first] = pages;
  const shown = pages.map((page) => ({ ...page, path: paths.shown(page.path) }));
  const sheet = metadataSheet(shown, (first?.vocabulary ?? builtInVocabulary).frontMatter);
  const file = cellReader(sheet, FILE_COLUMN, undefined);
  return { sheet, places: sheet.rows.map((row) => placeIn(file(row), paths)) };
}

interface ShownPlace {
  readonly shown: SheetCell | undefined;
  /** Starts at 1. */
  readonly line: SheetCell | undefined;
}

/** Reads a place from the columns with these names. */
function cellReader(
  { columns }: Sheet,
  page: string,
  line: string | undefined,
): (row: readonly SheetCell[]) => ShownPlace {
  const pageColumn = columns.indexOf(page);
  const lineColumn = line === undefined ? -1 : columns.indexOf(line);
  return (row) => ({ shown: row[pageColumn], line: row[lineColumn] });
}

function placeIn({ shown, line }: ShownPlace, paths: ReportPaths): LinePlace | undefined {
  const path = paths.fileShownAs(String(shown ?? ''));
  return path === undefined ? undefined : { path, line: typeof line === 'number' ? line - 1 : 0 };
}
