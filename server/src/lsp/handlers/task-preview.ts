import { pageFacts, taskFactsIn, taskPreview as tasksOf, type Playbook } from '../../core/index.js';
import { taskPreviewMethod, type TaskPreviewParams, type TaskPreviewResult } from '../../protocol/index.js';
import { shownName } from '../../workspace/index.js';
import { PreviewTasks } from '../convert/preview-tasks.js';
import { toPage, toRows, toTable, toWords } from '../convert/to-preview.js';
import type { Feature, FeatureContext } from '../feature.js';
import { whyNotChecked } from '../session/not-checked.js';
import { runSafe } from '../session/run-safe.js';
import type { DocumentSnapshot, Session } from '../session/session.js';

/** Returns the tasks of an open page to our client, for the task preview. */
export const taskPreview: Feature = { register };

function register({ session }: FeatureContext): void {
  const { connection } = session;
  connection.onRequest(taskPreviewMethod, ({ uri }: TaskPreviewParams, token) =>
    runSafe<TaskPreviewResult>('task preview', session, token, null, async () => {
      const snapshot = await session.snapshot(uri, token);
      if (snapshot === undefined) return null;
      const { playbook } = snapshot;
      const notChecked = whyNotChecked(snapshot);
      return playbook === undefined || notChecked !== undefined
        ? { notChecked: notChecked ?? 'no-playbook' }
        : toResult(session, snapshot, playbook);
    }),
  );
}

function toResult(session: Session, snapshot: DocumentSnapshot, playbook: Playbook): TaskPreviewResult {
  const { workspace } = session;
  const { clientUri, version } = snapshot;
  const problems = workspace.knownProblemsOf(snapshot);
  const { tables, rows } = tasksOf(playbook, problems ?? []);
  const { lines, vocabulary, language } = playbook;
  const { isIndexed } = workspace;
  const edition = workspace.index.editions.of(snapshot.path);
  const tasks = new PreviewTasks(isIndexed ? taskFactsIn(workspace.index) : () => undefined, session.format);
  return {
    version,
    hasAllProblems: problems !== undefined,
    pages: [toPage(clientUri, shownName(workspace, clientUri), pageFacts(playbook), session.format)],
    tables: tables.map((table) => toTable(table, 0, lines)),
    rows: toRows(rows, 0, lines, session, (row) => tasks.indexOf(row, edition)),
    tasks: isIndexed ? tasks.all : null,
    words: toWords(vocabulary, language, session.format),
  };
}
