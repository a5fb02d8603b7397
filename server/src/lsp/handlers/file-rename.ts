import {
  FileOperationPatternKind,
  WillRenameFilesRequest,
  type FileOperationRegistrationOptions,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { editsForRenames } from '../../core/index.js';
import { filePathOf } from '../../workspace/index.js';
import type { Feature, FeatureContext } from '../feature.js';
import { toFilesEdit } from '../convert/file-edits.js';
import { indexInUse } from '../session/index-access.js';
import { runSafe } from '../session/run-safe.js';

/** Targets of links: pages, tables of contents, media, and folders that contain any of these. */
const renamedFiles: FileOperationRegistrationOptions = {
  filters: [
    {
      pattern: {
        glob: '**/*.{md,yml,yaml,png,jpg,jpeg,gif,svg,webp,bmp,mp4,pdf,docx,xlsx,pptx,vsdx,zip}',
        matches: FileOperationPatternKind.file,
        options: { ignoreCase: true },
      },
    },
    { pattern: { glob: '**', matches: FileOperationPatternKind.folder } },
  ],
};

/** Updates links when files are renamed or moved. The client applies the edits before it moves the files. */
export const fileRename: Feature = {
  capability: ({ fileRenames }) => (fileRenames ? { workspace: { fileOperations: { willRename: renamedFiles } } } : {}),
  register,
};

function register({ session }: FeatureContext): void {
  session.connection.onRequest(WillRenameFilesRequest.type, ({ files }, token) =>
    runSafe<WorkspaceEdit | null>('file rename', session, token, null, async () => {
      const index = await indexInUse(session, token);
      if (index === undefined) return null;
      const edits = editsForRenames(
        index,
        files.map(({ oldUri, newUri }) => ({ from: filePathOf(oldUri), to: filePathOf(newUri) })),
      );
      return edits.size === 0 ? null : toFilesEdit(session, edits);
    }),
  );
}
