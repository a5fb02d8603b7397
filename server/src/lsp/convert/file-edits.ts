import type { ChangeAnnotation, TextDocumentEdit, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { readFileAt, type FileEdits, type FilePath } from '../../core/index.js';
import { uriOf } from '../../workspace/index.js';
import { Outdated } from '../session/run-safe.js';
import type { Session } from '../session/session.js';
import { versionWith } from '../session/text-version.js';
import { toTextEdits } from './to-lsp.js';

/** Describes why each file changes, and whether somebody must confirm it. */
export interface EditAnnotations {
  readonly annotations: Readonly<Record<string, ChangeAnnotation>>;
  /** A key of `annotations`. */
  idFor(path: FilePath): string;
}

/** Edits of several files. Those of open documents apply to their versions, if the client supports that. */
export function toFilesEdit(session: Session, edits: FileEdits, annotated?: EditAnnotations): WorkspaceEdit {
  const { versionedEdits, changeAnnotations } = session.client;
  const changes = [...edits].map(([path, list]) => ({ path, ...documentEdit(session, path, list) }));
  if (!versionedEdits) return { changes: Object.fromEntries(changes.map(({ uri, edits: list }) => [uri, list])) };
  const idFor = changeAnnotations ? annotated?.idFor : undefined;
  const documentChanges = changes.map(({ path, uri, version, edits: list }): TextDocumentEdit => {
    const annotationId = idFor?.(path);
    return {
      textDocument: { uri, version },
      edits: annotationId === undefined ? list : list.map((edit) => ({ ...edit, annotationId })),
    };
  });
  return { documentChanges, ...(idFor !== undefined && { changeAnnotations: { ...annotated?.annotations } }) };
}

interface DocumentEdit {
  readonly uri: string;
  /** `null`: it isn't open. */
  readonly version: number | null;
  readonly edits: LspTextEdit[];
}

function documentEdit(session: Session, path: FilePath, edits: Parameters<typeof toTextEdits>[0]): DocumentEdit {
  const { workspace, documents, positions } = session;
  const uri = uriOf(path);
  const file = readFileAt(workspace.index, path);
  const version = file && versionWith(file.text, uri, session);
  // The index has a different text than the editor, so edits for one would damage the other.
  if (file === undefined || version === undefined) throw new Outdated();
  return { uri: documents.get(uri)?.uri ?? uri, version, edits: toTextEdits(edits, file.lines, positions) };
}
