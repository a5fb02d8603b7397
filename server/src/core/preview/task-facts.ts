import { taskIdIn } from '../model/tables.js';
import { LANGUAGES, type Language } from '../vocabulary/language.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import type { ShownRow } from './task-row.js';

/** What the pages of an edition say about a task. Only playbooks that docfx builds count. */
export interface TaskFacts {
  /** The languages of the pages that have the task in a table. */
  readonly languages: readonly Language[];
}

/** Returns the facts about the task with an ID in an edition; `undefined` if no page of it has the task. */
export function taskFactsIn(index: WorkspaceIndex): (id: string, edition: string) => TaskFacts | undefined {
  const reader = new IndexReader(index);
  return (id, edition) => {
    const uses = reader.usesOf(
      id,
      ({ isPlaybook, path }) => isPlaybook && reader.isBuilt(path) && reader.editionOf(path) === edition,
    );
    if (uses.length === 0) return undefined;
    const languages = new Set(uses.map(({ page }) => page.language));
    return { languages: LANGUAGES.filter((language) => languages.has(language)) };
  };
}

/** The ID of a row, without the link around it; empty if it has none. */
export function taskIdOf({ id }: ShownRow): string {
  return id === undefined ? '' : taskIdIn({ text: id.source, span: id.span }).value;
}
