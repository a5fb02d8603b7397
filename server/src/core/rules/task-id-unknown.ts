import { defineMessages } from '../../messages/index.js';
import { defineRule, type Related } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { idsMeant, replaceWithMeant, type MeantId } from '../lint/support/ids-meant.js';
import { cutShort } from '../dialect/task-rows.js';
import { removeLines } from '../lint/support/whole-lines.js';
import { shift, type Placed, type Span } from '../text/span.js';
import { tasksById } from '../workspace-index/facts-by-id.js';
import type { FilePath } from '../workspace-index/file-path.js';
import type { EntryUse, IndexReader } from '../workspace-index/index-reader.js';
import type { PageSummary, TaskMention } from '../workspace-index/page-summary.js';

const texts = defineMessages('task-id-unknown', {
  deleteRow: 'Delete the row of task "{id}"',
  removed: 'This text says that task "{id}" was removed',
  entry: { text: '{id}: {name}', note: 'An entry of the task catalogue: the ID and the name of a task.' },
});

export const taskIdUnknown = defineRule({
  meta: {
    id: 'task-id-unknown',
    category: 'task-table',
    description: 'Every task that a page lists or mentions is in the task catalogue and not retired',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      unknown: 'Task "{id}" isn\'t in the task catalogue',
      near: 'Task "{id}" isn\'t in the task catalogue. Did you mean "{meant}"?',
      retired: 'Task "{id}" is retired',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    if (!index.isBuilt(summary.path) || index.catalogue.size === 0) return;
    const findProblem = problemFinder(summary.path, index);

    for (const { start, value } of summary.tasks) {
      const problem = findProblem(value.id.value);
      if (problem === undefined) continue;
      const span = shift(value.id.span, start);
      // A broken row may contain other text on its line.
      if (problem.kind === 'retired')
        reportRetired(
          value.id.value,
          span,
          problem,
          value.name === undefined ? undefined : { start, end: start + value.length },
        );
      else {
        // A page lists each task once. Only the name shows whether the row means the task with the similar ID.
        const near = problem.near.filter(({ entry }) => !tasksById(summary).has(entry.id.value));
        const row = { start, written: value.id.value, name: value.name?.value ?? '' };
        reportUnknown(value.id.value, span, near, idsMeant(row, summary, index));
      }
    }

    for (const { start, value } of mentionsToCheck(summary, index, findProblem)) {
      const problem = findProblem(value.id.value);
      const span = shift(value.id.span, start);
      if (problem?.kind === 'retired') reportRetired(value.id.value, span, problem);
      else if (problem !== undefined) {
        const meant = problem.near.map(({ entry }, at) => ({ id: entry.id.value, isCertain: at === 0 }));
        reportUnknown(value.id.value, span, problem.near, meant);
      }
    }

    function reportRetired(id: string, span: Span, { related }: Retired, row?: Span): void {
      const fixes = row === undefined ? [] : [suggestion(texts.deleteRow({ id }), removeLines(summary.text, row))];
      report({ messageId: 'retired', data: { id }, span, tags: ['deprecated'], related, fixes });
    }

    function reportUnknown(
      id: string,
      span: Span,
      near: readonly EntryUse[],
      meant: readonly Pick<MeantId, 'id' | 'isCertain'>[],
    ): void {
      const found = { span, related: near.flatMap(placeOf), fixes: replaceWithMeant(span, meant) };
      const [first] = meant;
      if (first?.isCertain === true) report({ messageId: 'near', data: { id, meant: first.id }, ...found });
      else report({ messageId: 'unknown', data: { id }, ...found });
    }
  },
});

interface Unknown {
  readonly kind: 'unknown';
  /** The entries for the IDs that may have been meant, most similar first. */
  readonly near: readonly EntryUse[];
}

interface Retired {
  readonly kind: 'retired';
  /** The source of that information. */
  readonly by: 'catalogue' | 'log';
  readonly related: readonly Related[];
}

type FindProblem = (id: string) => Unknown | Retired | undefined;

function problemFinder(from: FilePath, index: IndexReader): FindProblem {
  const findUndescribed = cached((id) => problemOfUndescribed(id, from, index));
  return (id) => {
    const entries = index.entriesFor(id, from);
    if (entries.length > 0)
      return entries.every(({ entry }) => entry.isRetired)
        ? { kind: 'retired', by: 'catalogue', related: entries.flatMap(placeOf) }
        : undefined;
    // A page of the catalogue that couldn't be read may describe the task.
    if (!index.isComplete) return undefined;
    const isNewer = Number(id) > index.catalogue.highest;
    return isNewer ? undefined : findUndescribed(id);
  };
}

/** The problem with the ID of a task that no page describes. */
function problemOfUndescribed(id: string, from: FilePath, index: IndexReader): Unknown | Retired {
  const gone = index
    .mentionsOf(id)
    .filter(({ page: { path }, mention }) => mention.isGone && index.isBuilt(path) && index.isSameEdition(path, from));
  if (gone.length === 0)
    return { kind: 'unknown', near: index.idsNear(id).flatMap((near) => index.entriesFor(near, from).slice(0, 1)) };
  const related = gone.slice(0, MAX_PLACES).map(({ page, start, mention }) => ({
    path: page.path,
    span: shift(mention.id.span, start),
    message: texts.removed({ id }),
  }));
  return { kind: 'retired', by: 'log', related };
}

const MAX_PLACES = 5;

/** An entry that was exported from another system has no location to jump to. */
function placeOf({ page, start, entry: { id, name } }: EntryUse): Related[] {
  return page === undefined
    ? []
    : [{ path: page.path, span: shift(id.span, start), message: texts.entry({ id: id.value, name: cutShort(name) }) }];
}

/** The mentions that should refer to a task but don't. Tasks in any task table are known. */
function mentionsToCheck(
  summary: PageSummary,
  index: IndexReader,
  findProblem: FindProblem,
): readonly Placed<TaskMention>[] {
  const isListed = cached((id) => index.usesOf(id).some(({ page }) => index.isBuilt(page.path)));
  const removedHere = new Set(summary.mentions.filter(({ value }) => value.isGone).map(({ value }) => value.id.value));
  const candidates = summary.mentions.filter(({ value: { id, where } }) => {
    const problem = findProblem(id.value);
    if (problem === undefined || removedHere.has(id.value) || isListed(id.value)) return false;
    // A log also names retired tasks, which the catalogue still describes.
    return problem.kind === 'unknown' || (where === 'text' && problem.by === 'log');
  });
  return withoutForeignLists(candidates, summary);
}

/** This many unknown IDs in one line aren't typos. */
const MIN_LIST_LENGTH = 3;

/** A typo is among known IDs: a list of mostly unknown IDs is about something that the catalogue doesn't cover. */
function withoutForeignLists(
  candidates: readonly Placed<TaskMention>[],
  { mentions, lines }: PageSummary,
): readonly Placed<TaskMention>[] {
  if (candidates.length < MIN_LIST_LENGTH) return candidates;
  const lineOf = ({ start, value }: Placed<TaskMention>): number => lines.lineAt(start + value.id.span.start);
  const all = countBy(mentions, lineOf);
  const unknown = countBy(candidates, lineOf);
  return candidates.filter((mention) => {
    const line = lineOf(mention);
    const count = unknown.get(line) ?? 0;
    return count < MIN_LIST_LENGTH || count * 2 <= (all.get(line) ?? 0);
  });
}

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** A page may have the same unknown ID in a thousand rows. */
function cached<Value>(find: (id: string) => Value): (id: string) => Value {
  const known = new Map<string, Value>();
  return (id) => {
    if (!known.has(id)) known.set(id, find(id));
    return known.get(id) as Value;
  };
}
