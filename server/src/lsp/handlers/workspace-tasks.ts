import type { CancellationToken } from 'vscode-languageserver';
import { builtInVocabulary, naturalOrder, summaryFacts, summaryTasks, taskFactsIn, type ShownRow } from '../../core/index.js';
import {
  workspaceTasksMethod,
  type PreviewPage,
  type PreviewRow,
  type PreviewTable,
  type TaskPreview,
  type WorkspaceTasksParams,
  type WorkspaceTasksResult,
} from '../../protocol/index.js';
import { Cancelled, ShownPaths, uriOf } from '../../workspace/index.js';
import { clientUri } from '../convert/places.js';
import { PreviewTasks } from '../convert/preview-tasks.js';
import type { Session } from '../session/session.js';
import { toPage, toRows, toTable, toWords } from '../convert/to-preview.js';
import type { Feature, FeatureContext } from '../feature.js';
import { reporter, yieldToEventLoop, type CheckProgress } from '../session/progress.js';
import { workspaceIndexed } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

/** Returns the tasks of all playbooks in the workspace to our client. */
export const workspaceTasks: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(workspaceTasksMethod, ({ workDoneToken }: WorkspaceTasksParams, token) =>
    runSafe<WorkspaceTasksResult>('workspace tasks', session, token, null, () =>
      allTasks(session, token, reporter(session, workDoneToken, token)),
    ),
  );
}

/** The number of pages between two pauses. */
const PAGES_AT_ONCE = 20;

/**
 * The tasks of all playbooks in the workspace that the configuration doesn't ignore, by path. `null` without a
 * workspace. Throws `Cancelled` if it was canceled.
 */
async function allTasks(
  session: Session,
  token: CancellationToken,
  progress: CheckProgress,
): Promise<TaskPreview | null> {
  const { workspace } = session;
  if (!(await indexRead(session, token, progress))) return null;
  const paths = new ShownPaths(workspace.index.roots);
  const summaries = [...workspace.index.pages.values()]
    .filter(({ isPlaybook }) => isPlaybook)
    .sort((a, b) => naturalOrder(a.path, b.path));
  const pages: PreviewPage[] = [];
  const tables: PreviewTable[] = [];
  const rows: PreviewRow[] = [];
  const tasks = new PreviewTasks(taskFactsIn(workspace.index), session.format);
  for (const [at, summary] of summaries.entries()) {
    // Lets other work run between some pages.
    if (at % PAGES_AT_ONCE === 0) await yieldToEventLoop();
    if (!progress.proceed(at, summaries.length)) throw new Cancelled();
    const { config, path } = await workspace.configOf(uriOf(summary.path));
    if (config.isIgnored(path)) continue;
    const found = summaryTasks(summary, config.configFor(path).vocabulary);
    const edition = workspace.index.editions.of(summary.path);
    const taskOf = (row: ShownRow): number | null => tasks.indexOf(row, edition);
    for (const row of toRows(found.rows, tables.length, summary.lines, session, taskOf)) rows.push(row);
    for (const table of found.tables) tables.push(toTable(table, pages.length, summary.lines));
    const uri = clientUri(session, summary.path);
    pages.push(toPage(uri, paths.shown(summary.path), summaryFacts(summary), session.format));
  }
  progress.proceed(summaries.length, summaries.length);
  const words = toWords(builtInVocabulary, 'en', session.format);
  return { version: null, hasAllProblems: false, pages, tables, rows, tasks: tasks.all, words };
}

/** Waits until the workspace is read, and reports the progress. */
async function indexRead(session: Session, token: CancellationToken, progress: CheckProgress): Promise<boolean> {
  const stop = session.workspace.onDidProgress(({ done, total }) => void progress.proceed(done, total));
  try {
    return await workspaceIndexed(session, token);
  } finally {
    stop();
  }
}
