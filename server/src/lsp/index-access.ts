import type { CancellationToken, Position } from 'vscode-languageserver';
import {
  builtInVocabulary,
  Cancelled,
  readFileAt,
  type FilePath,
  type ReadFile,
  type Vocabulary,
  type WorkspaceIndex,
} from '../core/index.js';
import { filePathOf } from '../workspace/index.js';
import type { Session } from './session.js';

/** An open playbook or table of contents, and the index of the workspace around it. */
export interface IndexedFile {
  readonly index: WorkspaceIndex;
  readonly path: FilePath;
  readonly file: ReadFile;
  readonly vocabulary: Vocabulary;
}

/** The same, and a place in it. */
export interface IndexedPlace extends IndexedFile {
  readonly offset: number;
}

/**
 * What a request about an open document works with, as soon as the index is complete. `undefined` for a document that is
 * none of ours, or outside of the workspace folders. Throws `Cancelled` when the request was given up.
 */
export async function indexedFile(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<IndexedFile | undefined> {
  const { workspace } = session;
  const snapshot = await session.snapshot(uri, token);
  if (snapshot?.kind !== 'playbook' && snapshot?.kind !== 'toc') return undefined;
  await workspace.indexed();
  if (token.isCancellationRequested) throw new Cancelled();
  const path = filePathOf(uri);
  const file = readFileAt(workspace.index, path);
  const vocabulary = snapshot.config?.vocabulary ?? builtInVocabulary;
  return file === undefined ? undefined : { index: workspace.index, path, file, vocabulary };
}

export async function indexedPlace(
  session: Session,
  uri: string,
  position: Position,
  token: CancellationToken,
): Promise<IndexedPlace | undefined> {
  const found = await indexedFile(session, uri, token);
  return found === undefined ? undefined : { ...found, offset: session.positions.offsetAt(found.file.lines, position) };
}

/**
 * The complete index, for a request about no document. `undefined` while nobody has opened a playbook: to read other
 * people's Markdown would cost them time.
 */
export async function indexInUse(session: Session, token: CancellationToken): Promise<WorkspaceIndex | undefined> {
  const { workspace, documents } = session;
  const isInUse = async (uri: string): Promise<boolean> => (await workspace.snapshot(uri))?.kind === 'playbook';
  if (!workspace.isIndexed && !(await Promise.all(documents.all().map(({ uri }) => isInUse(uri)))).includes(true))
    return undefined;
  const isThere = await workspace.indexed();
  if (token.isCancellationRequested) throw new Cancelled();
  return isThere ? workspace.index : undefined;
}
