import {
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  ResponseError,
  type ChangeAnnotation,
  type PrepareRenameResult,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  LANGUAGES,
  renameTask,
  taskAt,
  type FilePath,
  type Language,
  type TaskPlace,
  type WorkspaceIndex,
} from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { Format } from '../../messages/formatting/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { toFilesEdit, type EditAnnotations } from '../convert/file-edits.js';
import { indexedPlace, type IndexedPlace } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

const texts = defineMessages('lsp/rename', {
  noTask: 'No task here',
  pagesInLanguage: { text: 'Pages in {language}', note: 'A group of changes in the preview of a rename.' },
  tablesOfContents: { text: 'Tables of contents', note: 'A group of changes in the preview of a rename.' },
});

/** Changes the ID of a task in the whole workspace. */
export const rename: Feature = {
  capability: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  register,
};

function register({ session }: FeatureContext): void {
  const { connection, positions } = session;
  connection.onRequest(PrepareRenameRequest.type, ({ textDocument, position }, token) =>
    runSafe<PrepareRenameResult | null>('prepare rename', session, token, null, async () => {
      const place = await indexedPlace(session, textDocument.uri, position, token);
      const task = place === undefined ? undefined : taskIn(place);
      return place === undefined || task === undefined
        ? null
        : { range: positions.rangeOf(place.file.lines, task.span), placeholder: task.id };
    }),
  );
  connection.onRequest(RenameRequest.type, ({ textDocument, position, newName }, token) =>
    runSafe<WorkspaceEdit | ResponseError | null>('rename', session, token, null, async () => {
      const place = await indexedPlace(session, textDocument.uri, position, token);
      const task = place === undefined ? undefined : taskIn(place);
      if (place === undefined || task === undefined) return refusal(session.format(texts.noTask));
      const renamed = renameTask(place.index, {
        from: task.id,
        to: newName.trim(),
        vocabulary: place.vocabulary,
      });
      if ('refused' in renamed) return refusal(session.format(renamed.refused));
      return toFilesEdit(session, renamed.edits, annotationsFor(place, session.format));
    }),
  );
}

function taskIn({ index, path, offset }: IndexedPlace): TaskPlace | undefined {
  const page = index.pages.get(path);
  return page === undefined ? undefined : taskAt(page, offset);
}

/** The client shows the message to the author. */
function refusal(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

/**
 * Renaming a task is one change in all languages. Authors who want to review it see it by language in the editor's
 * preview.
 */
function annotationsFor({ index }: IndexedPlace, format: Format): EditAnnotations {
  const annotation = (label: Message): ChangeAnnotation => ({ label: format(label), needsConfirmation: false });
  return {
    annotations: {
      [OTHER_FILES]: annotation(texts.tablesOfContents),
      ...Object.fromEntries(
        LANGUAGES.map((language) => [language, annotation(texts.pagesInLanguage({ language: { language } }))]),
      ),
    },
    idFor: (file) => languageOf(index, file) ?? OTHER_FILES,
  };
}

const OTHER_FILES = 'other';

function languageOf(index: WorkspaceIndex, path: FilePath): Language | undefined {
  return index.pages.get(path)?.language;
}
