import type { ServerCapabilities } from 'vscode-languageserver';
import type { Format } from '../messages/formatting/index.js';
import type { Feature } from './feature.js';
import { agentTools } from './handlers/agent-tools.js';
import { changedPages } from './handlers/changed-pages.js';
import { checkWorkspace } from './handlers/check-workspace.js';
import { codeActions } from './handlers/code-actions.js';
import { codeLenses } from './handlers/code-lenses.js';
import { completion } from './handlers/completion.js';
import { counterparts } from './handlers/counterparts.js';
import { definition } from './handlers/definition.js';
import { documentLinks } from './handlers/document-links.js';
import { documentSymbols } from './handlers/document-symbols.js';
import { editCommands } from './handlers/edit-commands.js';
import { executeCommand } from './handlers/execute-command.js';
import { fileRename } from './handlers/file-rename.js';
import { fixWorkspace } from './handlers/fix-workspace.js';
import { folding } from './handlers/folding.js';
import { formatting } from './handlers/formatting.js';
import { hover } from './handlers/hover.js';
import { inlayHints } from './handlers/inlay-hints.js';
import { knownTasks } from './handlers/known-tasks.js';
import { metadataEdit } from './handlers/metadata-edit.js';
import { newPage } from './handlers/new-page.js';
import { nextCell } from './handlers/next-cell.js';
import { refreshDraft } from './handlers/refresh-draft.js';
import { references } from './handlers/references.js';
import { rename } from './handlers/rename.js';
import { renderedTables } from './handlers/rendered-tables.js';
import { reports } from './handlers/reports.js';
import { rowOffers } from './handlers/row-offers.js';
import { rulePage } from './handlers/rule-page.js';
import { selectionRanges } from './handlers/selection-ranges.js';
import { showConfiguration } from './handlers/show-configuration.js';
import { taskEdit } from './handlers/task-edit.js';
import { taskFile } from './handlers/task-file.js';
import { taskPreview } from './handlers/task-preview.js';
import { taskVersions } from './handlers/task-versions.js';
import { vocabulary } from './handlers/vocabulary.js';
import { workspaceDiagnostics } from './handlers/workspace-diagnostics.js';
import { workspaceRead } from './handlers/workspace-read.js';
import { workspaceSymbols } from './handlers/workspace-symbols.js';
import { workspaceTasks } from './handlers/workspace-tasks.js';
import type { ClientFeatures } from './session/client-features.js';

/** All features. To add one, write a file in `handlers` and add a line here. */
export const features: readonly Feature[] = [
  // Features of LSP.
  codeActions,
  codeLenses,
  completion,
  definition,
  documentLinks,
  documentSymbols,
  executeCommand,
  fileRename,
  folding,
  formatting,
  hover,
  inlayHints,
  references,
  rename,
  selectionRanges,
  workspaceDiagnostics,
  workspaceSymbols,
  // Requests of our own client.
  agentTools,
  changedPages,
  checkWorkspace,
  counterparts,
  editCommands,
  fixWorkspace,
  knownTasks,
  metadataEdit,
  newPage,
  nextCell,
  refreshDraft,
  renderedTables,
  reports,
  rowOffers,
  rulePage,
  showConfiguration,
  taskEdit,
  taskFile,
  taskPreview,
  taskVersions,
  vocabulary,
  workspaceRead,
  workspaceTasks,
];

/** `own`, and what the features announce to the client. */
export function withFeatures(own: ServerCapabilities, client: ClientFeatures, format: Format): ServerCapabilities {
  return features
    .map(({ capability }) => capability?.(client, format) ?? {})
    .reduce((all, one) => ({ ...all, ...one, workspace: { ...all.workspace, ...one.workspace } }), own);
}
