import { folderOf } from '../../workspace-index/file-path.js';
import { placeAt } from '../place-at.js';
import type { CompletionRequest } from './completion.js';

/**
 * Whether a file that is no playbook yet is about to become one: somebody asks for help in its front matter, and there
 * are playbooks beside it. All other Markdown is left alone.
 */
export function mayBecomePlaybook({ playbook, offset, workspace, typed }: CompletionRequest): boolean {
  if (workspace === undefined || typed !== undefined) return false;
  const { kind } = placeAt(playbook, offset);
  return (kind === 'key' || kind === 'value') && hasPlaybooksBeside(workspace);
}

function hasPlaybooksBeside({ index, path }: NonNullable<CompletionRequest['workspace']>): boolean {
  for (const other of index.files.inFolder(folderOf(path) ?? ''))
    if (index.pages.get(other)?.isPlaybook === true) return true;
  return false;
}
