import { folderOf, NO_FOLDER } from '../workspace-index/file-path.js';
import { placeAt } from '../features/place-at.js';
import type { CompletionRequest } from './completion.js';

/**
 * Whether a new file will probably become a playbook: the author requests completion in its front matter, and the
 * folder contains playbooks. Other Markdown files are ignored.
 */
export function mayBecomePlaybook({ playbook, offset, workspace, typed }: CompletionRequest): boolean {
  if (workspace === undefined || typed !== undefined) return false;
  const { kind } = placeAt(playbook, offset);
  return (kind === 'key' || kind === 'value') && hasPlaybooksBeside(workspace);
}

function hasPlaybooksBeside({ index, path }: NonNullable<CompletionRequest['workspace']>): boolean {
  for (const other of index.files.inFolder(folderOf(path) ?? NO_FOLDER))
    if (index.pages.get(other)?.isPlaybook === true) return true;
  return false;
}
