import { renderedTables, taskPreview, pageFacts, type Playbook } from '../../core/index.js';
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
import { indexedFile } from '../session/index-access.js';
import { whyNotChecked } from '../session/not-checked.js';
import { runSafe } from '../session/run-safe.js';
import type { DocumentSnapshot, Session } from '../session/session.js';
import { toPage, toRows, toTable, toWords } from '../convert/to-preview.js';
import { toRenderedTable } from '../convert/to-rendered-tables.js';
import { versionsOf } from '../convert/to-task-versions.js';
import { workspaceTasks } from './workspace-tasks.js';
import { openPlaybook } from '../session/open-page.js';
import { reporter } from './check-workspace.js';

/**
 * Returns the data of the task preview to our client: for an open page, for all pages, and for a page in all languages.
 */
export function registerPreview(session: Session): void {
  const { connection, positions, documents } = session;
  connection.onRequest(taskPreviewMethod, ({ uri }: TaskPreviewParams, token) =>
    runSafe<TaskPreviewResult>('task preview', connection.console, token, null, async () => {
      const snapshot = await session.snapshot(uri, token);
      if (snapshot === undefined) return null;
      const { playbook } = snapshot;
      const notChecked = whyNotChecked(snapshot);
      return playbook === undefined || notChecked !== undefined
        ? { notChecked: notChecked ?? 'no-playbook' }
        : toResult(session, snapshot, playbook);
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
      const isEnabled = (await session.snapshot(uri, token))?.isEnabled === true;
      const found = isEnabled ? await indexedFile(session, uri, token) : undefined;
      return found === undefined ? null : versionsOf(session, found.path);
    }),
  );

  function toResult({ workspace }: Session, snapshot: DocumentSnapshot, playbook: Playbook): TaskPreviewResult {
    const { clientUri, version } = snapshot;
    const problems = workspace.knownProblemsOf(snapshot);
    const { tables, rows } = taskPreview(playbook, problems ?? []);
    const { lines, vocabulary, language } = playbook;
    return {
      version,
      hasAllProblems: problems !== undefined,
      pages: [toPage(clientUri, shownName(workspace, clientUri), pageFacts(playbook))],
      tables: tables.map((table) => toTable(table, 0, lines)),
      rows: toRows(rows, 0, lines, positions),
      words: toWords(vocabulary, language),
    };
  }
}
