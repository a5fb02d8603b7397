import { defineMessages, type Message } from '../../messages/index.js';
import { defineRule, type CheckedPage, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { comparableName } from '../comparison/task-aspects.js';
import { idsMeant, isLikely, type MeantId } from '../lint/support/ids-meant.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { isWhole } from '../dialect/row-shape.js';
import { isTaskId } from '../dialect/task-rows.js';
import { removeLines } from '../lint/support/whole-lines.js';
import type { Playbook } from '../model/playbook.js';
import { rowFacts } from '../model/row-facts.js';
import { cellOf, taskIdIn, type PlacedTable, type Row, type TableSchema } from '../model/tables.js';
import type { Fact } from '../text/item-facts.js';
import { memoized, memoizedList } from '../text/memo.js';
import { shift, type Located, type Span } from '../text/span.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const texts = defineMessages('task-id-duplicate', {
  first: { text: 'Task "{id}" is listed here first', note: 'Marks the first of two rows with the same task.' },
  deleteRepeated: 'Delete this row: it has the same text',
  keepFirst: 'Delete this row and keep the first',
  keepThis: 'Delete the first row and keep this one',
  replaceFirst: {
    text: 'Replace the first "{id}" with "{text}"',
    note: 'Title of a fix. {id}: an ID that the page has twice. {text}: the new ID.',
  },
});

export const taskIdDuplicate = defineRule({
  meta: {
    id: 'task-id-duplicate',
    category: 'task-table',
    description: 'A playbook lists each task only once',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      duplicate: 'Task "{id}" is already listed in this playbook',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    for (const pair of duplicatesIn(page)(playbook))
      report({ ...findingAbout(pair), fixes: deletions(pair, playbook.text) });
  },

  /** If one of the rows is about another task, the first fix is the ID that the catalogue or other pages suggest. */
  workspace({ playbook, summary, index, page, report }) {
    for (const pair of duplicatesIn(page)(playbook)) {
      if (hasSameText(pair)) continue;
      // What is written says nothing: it was copied from the other row.
      const meantFor = (place: Place): MeantPlace[] =>
        idsMeant({ start: startOf(place), written: '', name: nameOf(place) }, summary, index)
          .filter(isLikely)
          .map((meant) => ({ place, meant }));
      const meant = [...meantFor(pair.again), ...meantFor(pair.first)].sort((a, b) => b.meant.weight - a.meant.weight);
      const replacements = meant.slice(0, MOST_REPLACEMENTS).map(({ place, meant: { id } }) => {
        const edit = { span: spanOf(place), newText: id };
        return suggestion(
          place === pair.first ? texts.replaceFirst({ id: place.id.value, text: id }) : titles.replace({ text: id }),
          edit,
        );
      });
      if (replacements.length > 0)
        report({ ...findingAbout(pair), fixes: [...replacements, ...deletions(pair, playbook.text)] });
    }
  },
});

const MOST_REPLACEMENTS = 3;

/** Two rows with the same ID. */
interface Pair {
  readonly first: Place;
  readonly again: Place;
}

interface MeantPlace {
  readonly place: Place;
  readonly meant: MeantId;
}

/** Computed once for both checks. */
const duplicatesIn = memoized((page: CheckedPage) =>
  memoized((playbook: Playbook): readonly Pair[] => findDuplicates(playbook, page)),
);

function findDuplicates({ tables }: Playbook, { vocabulary }: CheckedPage): Pair[] {
  // Both versions of a merge conflict list the same tasks.
  const lists = tables.filter(
    ({ schema, table }) => schema.kind === 'task' && !table.rows.some(({ isConflictMarker }) => isConflictMarker),
  );
  const placeOf = ({ table: list, index }: IdPlace): Place | undefined => {
    const placed = lists[list];
    const row = placed?.table.rows[index];
    const id = row && placed && readId(row, placed.schema, vocabulary);
    return placed && id && { placed, index, id };
  };
  return repeatedIds(lists.map(({ table, schema }) => idsUnder(vocabulary)(schema)(table))).flatMap((pair) => {
    const [first, again] = [placeOf(pair.first), placeOf(pair.again)];
    return first && again ? [{ first, again }] : [];
  });
}

/** The indexes of a list of IDs, and of a row in it. */
interface IdPlace {
  readonly table: number;
  readonly index: number;
}

/** The IDs that occur again. A keystroke rarely changes an ID, so it seldom looks at them. */
const repeatedIds = memoizedList((lists: readonly (readonly Fact<string>[])[]) => {
  const pairs: { readonly first: IdPlace; readonly again: IdPlace }[] = [];
  const seen = new Map<string, IdPlace>();
  for (const [table, ids] of lists.entries()) {
    for (const { index, value } of ids) {
      const again = { table, index };
      const first = seen.get(value);
      if (first === undefined) seen.set(value, again);
      else pairs.push({ first, again });
    }
  }
  return pairs;
});

function findingAbout({ first, again }: Pair) {
  const id = again.id.value;
  return {
    messageId: 'duplicate',
    data: { id },
    span: spanOf(again),
    related: [{ span: spanOf(first), message: texts.first({ id }) }],
  } as const;
}

/** The position of an ID. */
interface Place {
  readonly placed: PlacedTable;
  /** The index of the row in the table. */
  readonly index: number;
  readonly id: Located<string>;
}

function startOf({ placed, index }: Place): number {
  return placed.start + (placed.table.rowStarts[index] ?? 0);
}

function spanOf(place: Place): Span {
  return shift(place.id.span, startOf(place));
}

/** The name without what doesn't matter. Cached by row, because it is compared at every keystroke. */
function comparedName({ placed: { table, schema }, index }: Place): string {
  const row = table.rows[index];
  return row === undefined ? '' : comparedNamesUnder(schema)(row);
}

const comparedNamesUnder = memoized((schema: TableSchema) =>
  memoized((row: Row) => comparableName(cellOf(row, schema, 'task-name')?.text ?? '')),
);

function nameOf({ placed: { table, schema }, index }: Place): string {
  const row = table.rows[index];
  return (row === undefined ? undefined : cellOf(row, schema, 'task-name')?.text) ?? '';
}

/**
 * Of two rows with the same text, the second can be deleted. Of two rows with the same name, only the author knows which
 * one is right. Two rows with different names are different tasks, and one of them has the wrong ID.
 */
function deletions(pair: Pair, text: string): Fix[] {
  const { first, again } = pair;
  const deletion = (title: Message, place: Place): Fix => suggestion(title, removeLines(text, spanOf(place)));
  if (hasSameText(pair)) return [preferred(deletion(texts.deleteRepeated, again))];
  if (comparedName(first) !== comparedName(again)) return [];
  return [deletion(texts.keepFirst, again), deletion(texts.keepThis, first)];
}

function hasSameText({ first, again }: Pair): boolean {
  const [one, other] = [first, again].map(({ placed, index }) =>
    placed.table.rows[index]?.cells.map(({ text }) => text).join('\n'),
  );
  return one === other;
}

const idsUnder = memoized((vocabulary: Vocabulary) =>
  memoized((schema: TableSchema) => rowFacts((row) => readId(row, schema, vocabulary)?.value)),
);

/** The ID of a row, with its span in the row. */
function readId(row: Row, schema: TableSchema, vocabulary: Vocabulary): Located<string> | undefined {
  const cell = isWhole(row, schema, vocabulary) ? cellOf(row, schema, 'task-id') : undefined;
  const id = cell === undefined ? undefined : taskIdIn(cell);
  return id !== undefined && isTaskId(id.value, vocabulary) ? id : undefined;
}
