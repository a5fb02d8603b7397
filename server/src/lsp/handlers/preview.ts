import { Cancelled, renderedTables, taskPreview, pageFacts, type Playbook } from '../../core/index.js';
import {
  renderedTablesMethod,
  taskPreviewMethod,
  taskVersionsMethod,
  workspaceTasksMethod,
  type RenderedTablesParams,
  type RenderedTablesResult,
  type TaskPreviewParams,
  type TaskPreviewResult,
  type TaskVersionsParams,
  type TaskVersionsResult,
  type WorkspaceTasksParams,
  type WorkspaceTasksResult,
} from '../../protocol/index.js';
import { shownName } from '../../workspace/index.js';
import { indexedFile } from '../index-access.js';
import { whyNotChecked } from '../not-checked.js';
import { runSafe } from '../run-safe.js';
import type { DocumentDiagnostics, Session } from '../session.js';
import { toPage, toRows, toTable, toWords } from '../to-preview.js';
import { toRenderedTable } from '../to-rendered-tables.js';
import { versionsOf } from '../to-task-versions.js';
import { workspaceTasks } from '../workspace-tasks.js';
import { openPlaybook } from '../written-page.js';
import { reporter } from './check-workspace.js';

/**
 * Returns the data of the task preview to our client: for an open page, for all pages, and for a page in all languages.
 */
export function registerPreview(session: Session): void {
  const { connection, positions, documents } = session;
  connection.onRequest(taskPreviewMethod, ({ uri }: TaskPreviewParams, token) =>
    runSafe<TaskPreviewResult>('task preview', connection.console, token, null, async () => {
      const result = await session.diagnosticsFor(uri, () => token.isCancellationRequested);
      if (token.isCancellationRequested) throw new Cancelled();
      if (result === undefined) return null;
      const { playbook } = result.check;
      const notChecked = whyNotChecked(result);
      return playbook === undefined || notChecked !== undefined
        ? { notChecked: notChecked ?? 'no-playbook' }
        : toResult(session, result, playbook);
    }),
  );
  connection.onRequest(workspaceTasksMethod, ({ workDoneToken }: WorkspaceTasksParams, token) =>
    runSafe<WorkspaceTasksResult>('workspace tasks', connection.console, token, null, () =>
      workspaceTasks(session, reporter(session, workDoneToken, token)),
    ),
  );
  connection.onRequest(renderedTablesMethod, ({ uri }: RenderedTablesParams, token) =>
    runSafe<RenderedTablesResult>('rendered tables', connection.console, token, null, async () => {
      const playbook = await openPlaybook(session, uri, token);
      const version = documents.get(uri)?.version;
      return playbook === undefined || version === undefined
        ? null
        : { version, tables: renderedTables(playbook).map((table) => toRenderedTable(table, playbook.lines)) };
    }),
  );
  connection.onRequest(taskVersionsMethod, ({ uri }: TaskVersionsParams, token) =>
    runSafe<TaskVersionsResult>('task versions', connection.console, token, null, async () => {
      const { enable } = await session.settings.of(uri);
      const found = enable ? await indexedFile(session, uri, token) : undefined;
      return found === undefined ? null : versionsOf(session, found.path);
    }),
  );

  function toResult(
    { workspace }: Session,
    { uri, version, check }: DocumentDiagnostics,
    playbook: Playbook,
  ): TaskPreviewResult {
    const { tables, rows } = taskPreview(playbook, check.problems);
    const { lines, vocabulary, language } = playbook;
    return {
      version,
      pages: [toPage(uri, shownName(workspace, uri), pageFacts(playbook))],
      tables: tables.map((table) => toTable(table, 0, lines)),
      rows: toRows(rows, 0, lines, positions),
      words: toWords(vocabulary, language),
    };
  }
}
