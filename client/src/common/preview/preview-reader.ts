import type { CancellationToken, TextDocument, Uri } from 'vscode';
import {
  renderedTablesMethod,
  taskPreviewMethod,
  taskVersionsMethod,
  workspaceReadMethod,
  workspaceTasksMethod,
  type PagesDone,
  type RenderedTablesParams,
  type RenderedTablesResult,
  type TaskPreviewParams,
  type TaskPreviewResult,
  type TaskVersionsParams,
  type TaskVersionsResult,
  type WorkspaceTasksParams,
  type WorkspaceTasksResult,
} from '../../../../server/src/protocol';
import { documentOf, doesExist, nameOf } from '../documents';
import { readOnlyReason, readOnlyText } from '../read-only';
import type { ServerLifecycle } from '../server-lifecycle';
import type { PreviewScope, PreviewView, ToPreview } from '../../../webviews/preview/protocol/messages';
import { defineTexts } from '../texts';

const texts = defineTexts('preview-reader', {
  noFolder: "No folder is open, so pages in other languages can't be found.",
});

/** What a panel shows. */
export interface Wanted {
  readonly uri: Uri | undefined;
  readonly scope: PreviewScope;
  readonly view: PreviewView;
}

/** Reads the current data. Fails with a message for the author, also if it was canceled. */
export async function readPreview(
  server: ServerLifecycle,
  { uri, scope, view }: Wanted,
  token: CancellationToken,
  onProgress: (pages: PagesDone) => void,
): Promise<readonly ToPreview[]> {
  if (scope === 'workspace') return [await readWorkspace(server, token, onProgress)];
  if (uri === undefined) return [{ type: 'nothing', reason: 'no-page', file: '' }];
  const tasks = await readPage(server, uri, token);
  return tasks.type === 'nothing' ? [tasks] : [tasks, ...(await readView(server, uri, view))];
}

async function readPage(server: ServerLifecycle, uri: Uri, token: CancellationToken): Promise<ToPreview> {
  // The server knows open documents, so a page without an editor is opened in the background.
  const document = await documentOf(uri);
  if (document === undefined) return { type: 'nothing', reason: 'gone', file: nameOf(uri) };
  const preview = await previewOf(server, uri, token);
  if (preview === null) return { type: 'nothing', reason: 'no-playbook', file: nameOf(uri) };
  if ('notChecked' in preview) return { type: 'nothing', reason: preview.notChecked, file: nameOf(uri) };
  const readOnly = await readOnlyTextOf(document);
  return {
    type: 'tasks',
    scope: 'page',
    preview,
    isEditable: readOnly === null,
    readOnly,
    hasAllProblems: true,
    made: [],
  };
}

/** How long to wait until the server knows that a file is back, in milliseconds, and how often. */
const CATCH_UP = { pause: 250, tries: 20 };

/** The language client collects changes of files, so the server can learn later than we do that a file is back. */
async function previewOf(server: ServerLifecycle, uri: Uri, token: CancellationToken): Promise<TaskPreviewResult> {
  const ask = (): Promise<TaskPreviewResult> =>
    server.request<TaskPreviewResult>(taskPreviewMethod, { uri: uri.toString() } satisfies TaskPreviewParams);
  let preview = await ask();
  for (let tries = 1; tries < CATCH_UP.tries && isOutdated(preview) && (await doesExist(uri)); tries++) {
    await new Promise((resolve) => setTimeout(resolve, CATCH_UP.pause));
    if (token.isCancellationRequested) break;
    preview = await ask();
  }
  return preview;
}

/** The server doesn't have the document (yet), or still takes its file for deleted. */
function isOutdated(preview: TaskPreviewResult): boolean {
  return preview === null || ('notChecked' in preview && preview.notChecked === 'gone');
}

/** What the view shows in addition to the tasks. */
async function readView(server: ServerLifecycle, uri: Uri, view: PreviewView): Promise<readonly ToPreview[]> {
  if (view === 'readers') {
    const rendered = await server.request<RenderedTablesResult>(renderedTablesMethod, {
      uri: uri.toString(),
    } satisfies RenderedTablesParams);
    return rendered === null ? [] : [{ type: 'readers', rendered }];
  }
  if (view === 'languages') {
    const versions = await server.request<TaskVersionsResult>(taskVersionsMethod, {
      uri: uri.toString(),
    } satisfies TaskVersionsParams);
    if (versions === null) throw new Error(texts.noFolder);
    return [{ type: 'languages', versions }];
  }
  return [];
}

/** Waits until the server can add what the workspace knows about the tasks. Returns whether it ever can. */
export async function untilWorkspaceRead(server: ServerLifecycle, token: CancellationToken): Promise<boolean> {
  return server.request<boolean>(workspaceReadMethod, {}, token);
}

async function readWorkspace(
  server: ServerLifecycle,
  token: CancellationToken,
  onProgress: (pages: PagesDone) => void,
): Promise<ToPreview> {
  const params: WorkspaceTasksParams = {};
  const preview = await server.requestAboutPages<WorkspaceTasksResult>(workspaceTasksMethod, params, token, onProgress);
  if (preview === null) return { type: 'nothing', reason: 'no-workspace', file: '' };
  return {
    type: 'tasks',
    scope: 'workspace',
    preview,
    isEditable: false,
    readOnly: null,
    hasAllProblems: false,
    made: [],
  };
}

async function readOnlyTextOf(document: TextDocument): Promise<string | null> {
  const reason = await readOnlyReason(document);
  return reason === undefined ? null : readOnlyText(document, reason);
}
