import { defineMessages, listed, type Message } from '../../messages/index.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { nameOf, type FilePath } from '../workspace-index/file-path.js';
import { IndexReader } from '../workspace-index/index-reader.js';
import type { WorkspaceIndex } from '../workspace-index/workspace-index.js';
import { EditCollector, type FileEdits } from './file-edits.js';
import { destinationOf, headingAt } from './link-places.js';
import { referencesToTask } from './task-references.js';
import { allLinks, type WrittenLink } from './written-links.js';

const texts = defineMessages('task-rename', {
  notId: { text: '"{id}" isn\'t a task ID: {form}', note: '"form" describes task IDs: three or four digits.' },
  sameId: 'The task has the ID {id} already',
  isTaken: { text: 'There is a task {id} already, in {files}', note: '"files" is a list of file names.' },
  isTakenByMany: {
    text: 'There is a task {id} already, in {files} and {more, plural, one {# more file} other {# more files}}',
    note: '"files" is a list of file names.',
  },
  unknown: 'There is no task {id}',
});

/** The edits, or the reason why there are none. */
export type TaskRename = { readonly edits: FileEdits } | { readonly refused: Message };

export interface TaskRenameRequest {
  readonly from: string;
  readonly to: string;
  /** Describes the form of an ID. */
  readonly vocabulary: Vocabulary;
}

/**
 * Changes the ID of a task everywhere. In a linked ID, only the digits change. If a heading names the task, links to
 * the heading are updated. An exported catalogue isn't changed.
 */
export function renameTask(index: WorkspaceIndex, { from, to, vocabulary }: TaskRenameRequest): TaskRename {
  const refused = refusal(index, from, to, vocabulary);
  if (refused !== undefined) return { refused };
  const edits = new EditCollector();
  const renamed = new Map<FilePath, Set<number>>();
  for (const { path, span } of referencesToTask(index, from)) {
    edits.add(path, { span, newText: to });
    const page = index.pages.get(path);
    const heading = page === undefined ? undefined : headingAt(page, span.start);
    if (heading !== undefined) renamed.set(path, (renamed.get(path) ?? new Set()).add(heading));
  }
  for (const { on, span } of fragmentsNaming(index, from, renamed)) edits.add(on, { span, newText: to });
  return { edits: edits.byFile };
}

function refusal(index: WorkspaceIndex, from: string, to: string, { taskId }: Vocabulary): Message | undefined {
  if (!taskId.pattern.test(to)) return texts.notId({ id: to, form: taskId.description });
  if (to === from) return texts.sameId({ id: to });
  const taken = pagesWith(index, to);
  if (taken.length > 0) return takenBy(taken, to);
  return referencesToTask(index, from).length === 0 ? texts.unknown({ id: from }) : undefined;
}

/** The files that define the task: not those that only mention it in text, which may be history. */
function pagesWith(index: WorkspaceIndex, id: string): string[] {
  const reader = new IndexReader(index);
  const paths = [...reader.entriesOf(id).map(({ path }) => path), ...reader.usesOf(id).map(({ page }) => page.path)];
  return [...new Set(paths)].map(nameOf);
}

/** The maximum number of files in a message. */
const MOST_NAMED = 3;

function takenBy(names: readonly string[], id: string): Message {
  const files = listed(names.slice(0, MOST_NAMED));
  const more = names.length - MOST_NAMED;
  return more > 0 ? texts.isTakenByMany({ id, files, more }) : texts.isTaken({ id, files });
}

/** Links that contain the ID in the anchor of a changed heading. */
function* fragmentsNaming(
  index: WorkspaceIndex,
  id: string,
  renamed: ReadonlyMap<FilePath, ReadonlySet<number>>,
): Iterable<WrittenLink> {
  if (renamed.size === 0) return;
  for (const link of allLinks(index)) {
    if (!link.target.includes('#')) continue;
    const destination = destinationOf(index, link);
    if (destination?.heading === undefined || renamed.get(destination.path)?.has(destination.heading) !== true)
      continue;
    const at = numberIn(link.target, id, link.target.indexOf('#'));
    const start = link.span.start + at;
    if (at !== -1) yield { ...link, span: { start, end: start + id.length } };
  }
}

/** The position of `id` in `text` after `start`, not as part of a longer number; -1 if there is none. */
function numberIn(text: string, id: string, start: number): number {
  for (let at = text.indexOf(id, start); at !== -1; at = text.indexOf(id, at + 1)) {
    if (!isDigit(text[at - 1]) && !isDigit(text[at + id.length])) return at;
  }
  return -1;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
