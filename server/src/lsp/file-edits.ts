import type { ChangeAnnotation, TextDocumentEdit, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { readFileAt, type FileEdits, type FilePath } from '../core/index.js';
import { uriOf } from '../workspace/index.js';
import { Outdated } from './run-safe.js';
import type { Session } from './session.js';
import { versionWith } from './text-version.js';
import { toTextEdits } from './to-lsp.js';

/** Says of each file why it changes, and whether a person has to agree. */
export interface EditAnnotations {
  readonly annotations: Readonly<Record<string, ChangeAnnotation>>;
  /** A key of `annotations`. */
  idFor(path: FilePath): string;
}

/** Edits of several files. Those of open documents are bound to their versions, where the client can. */
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
  /** `null`: not open. */
  readonly version: number | null;
  readonly edits: LspTextEdit[];
}

function documentEdit(session: Session, path: FilePath, edits: Parameters<typeof toTextEdits>[0]): DocumentEdit {
  const { workspace, documents, positions } = session;
  const uri = uriOf(path);
  const file = readFileAt(workspace.index, path);
  const version = file && versionWith(file.text, uri, session);
  // The index has another text than the editor: what was worked out for the one would damage the other.
  if (file === undefined || version === undefined) throw new Outdated();
  return { uri: documents.get(uri)?.uri ?? uri, version, edits: toTextEdits(edits, file.lines, positions) };
}
