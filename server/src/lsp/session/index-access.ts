import type { CancellationToken, Position } from 'vscode-languageserver';
import {
  builtInVocabulary,
  readFileAt,
  type FilePath,
  type ReadFile,
  type Vocabulary,
  type WorkspaceIndex,
} from '../../core/index.js';
import { Cancelled, filePathOf, type AnyUri } from '../../workspace/index.js';
import type { Session } from './session.js';

/**
 * Waits until the workspace has been read, and returns whether there is one. Throws `Cancelled` as soon as the request is
 * canceled; the reading goes on for others.
 */
export function workspaceIndexed({ workspace }: Session, token: CancellationToken): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const listening = token.onCancellationRequested(() => reject(new Cancelled()));
    workspace
      .indexed()
      .then(resolve, reject)
      .finally(() => listening.dispose());
  });
}

/** An open playbook or table of contents, and the workspace index. */
export interface IndexedFile {
  readonly index: WorkspaceIndex;
  readonly path: FilePath;
  readonly file: ReadFile;
  readonly vocabulary: Vocabulary;
}

/** The same, and a position in it. */
export interface IndexedPlace extends IndexedFile {
  readonly offset: number;
}

/**
 * The data for a request about an open document, as soon as the index is complete. `undefined` if the document isn't
 * supported or is outside the workspace folders. Throws `Cancelled` if the request was canceled.
 */
export async function indexedFile(
  session: Session,
  uri: AnyUri,
  token: CancellationToken,
): Promise<IndexedFile | undefined> {
  const { workspace } = session;
  const snapshot = await session.snapshot(uri, token);
  if (snapshot?.kind !== 'playbook' && snapshot?.kind !== 'toc') return undefined;
  await workspaceIndexed(session, token);
  const path = filePathOf(uri);
  const file = readFileAt(workspace.index, path);
  const vocabulary = snapshot.config?.vocabulary ?? builtInVocabulary;
  return file === undefined ? undefined : { index: workspace.index, path, file, vocabulary };
}

export async function indexedPlace(
  session: Session,
  uri: AnyUri,
  position: Position,
  token: CancellationToken,
): Promise<IndexedPlace | undefined> {
  const found = await indexedFile(session, uri, token);
  return found === undefined ? undefined : { ...found, offset: session.positions.offsetAt(found.file.lines, position) };
}

/**
 * The complete index, for a request that isn't about a document. `undefined` until somebody opens a playbook, because
 * reading other Markdown files would cost authors time.
 */
export async function indexInUse(session: Session, token: CancellationToken): Promise<WorkspaceIndex | undefined> {
  const { workspace, documents } = session;
  const isInUse = async (uri: string): Promise<boolean> => (await workspace.snapshot(uri))?.kind === 'playbook';
  if (!workspace.isIndexed && !(await Promise.all(documents.all().map(({ uri }) => isInUse(uri)))).includes(true))
    return undefined;
  const hasIndex = await workspaceIndexed(session, token);
  return hasIndex ? workspace.index : undefined;
}
