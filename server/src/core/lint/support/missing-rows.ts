import { defineMessages, listed, type Message } from '../../../messages/index.js';
import type { Playbook } from '../../model/playbook.js';
import type { TableSchema } from '../../model/tables.js';
import type { TextEdit } from '../../text/text-edit.js';
import { tasksById } from '../../workspace-index/facts-by-id.js';
import type { IndexReader } from '../../workspace-index/index-reader.js';
import type { PlacedTask, TaskFact, TermsFact } from '../../workspace-index/page-summary.js';
import type { ReadingContext } from '../../dialect/reading-context.js';
import type { Fix } from '../rule.js';
import { suggestion } from './fixes.js';
import { lineEndOf } from '../../text/line-ends.js';
import { moLettersOf } from '../../dialect/mo-letters.js';
import { nameElsewhere } from '../../comparison/disagreements.js';
import { withoutLinks } from '../../comparison/task-aspects.js';
import { tableOfRowAt, termsInOwnWords } from './own-words.js';
import { withEscapedPipes } from '../../dialect/task-rows.js';
import type { TranslationComparison } from '../../comparison/translations.js';

const texts = defineMessages('missing-rows', {
  insertRow: { text: 'Insert the row of task "{id}"', note: 'Title of a fix. {id}: a task ID.' },
  insertRows: {
    text: 'Insert the rows of tasks {ids}',
    note: 'Title of a fix for two or more tasks. {ids}: a list of task IDs.',
  },
  insertManyRows: {
    text: '{count, plural, one {Insert the row of # task} other {Insert the rows of # tasks}}',
    note: 'Title of a fix for more tasks than can be listed.',
  },
});

/** What is needed to write the rows of a translation. */
export interface RowSource {
  readonly comparison: TranslationComparison;
  readonly playbook: Playbook;
  readonly index: IndexReader;
  readonly page: ReadingContext;
}

/** A page that lacks more rows was never translated: inserting rows doesn't help. */
const MOST_ROWS = 20;
/** The maximum number of tasks to offer one by one. */
const MOST_CHOICES = 5;
/** The maximum number of tasks to name in a title. */
const MOST_NAMES = 10;

/** Inserts all missing tasks, or one of them: the row of the English page, in the language of the translation. */
export function insertMissing(source: RowSource): Fix[] {
  const { missing } = source.comparison;
  if (missing.length > MOST_ROWS) return [];
  const rows = missing.flatMap((task) => newRow(task, source) ?? []);
  const each = rows.slice(0, MOST_CHOICES).map(({ id, edit }) => suggestion(texts.insertRow({ id }), edit));
  return rows.length < 2 ? each : [suggestion(titleFor(rows), ...atOnePlace(rows)), ...each];
}

function titleFor(rows: readonly NewRow[]): Message {
  return rows.length > MOST_NAMES
    ? texts.insertManyRows({ count: rows.length })
    : texts.insertRows({ ids: listed(rows.map(({ id }) => id)) });
}

interface NewRow {
  readonly id: string;
  readonly edit: TextEdit;
}

/** Combines rows for the same place into one edit, in order. */
function atOnePlace(rows: readonly NewRow[]): TextEdit[] {
  const byPlace = new Map<number, string>();
  for (const { edit } of rows) byPlace.set(edit.span.start, (byPlace.get(edit.span.start) ?? '') + edit.newText);
  return [...byPlace].map(([at, newText]) => ({ span: { start: at, end: at }, newText }));
}

/** `undefined` if the translation has no other task of the same table. */
function newRow(task: PlacedTask, source: RowSource): NewRow | undefined {
  const { playbook } = source;
  const neighbour = neighbourOf(task, source.comparison);
  const table = neighbour === undefined ? undefined : tableOfRowAt(neighbour.row.start, playbook.tables);
  if (neighbour === undefined || table === undefined) return undefined;
  const line = `| ${cellsOf(task.value, table.schema, source).join(' | ')} |`;
  const eol = lineEndOf(playbook.text);
  const { row, isAbove } = neighbour;
  const at = isAbove ? row.start + row.value.length : row.start;
  return {
    id: task.value.id.value,
    edit: { span: { start: at, end: at }, newText: isAbove ? eol + line : line + eol },
  };
}

interface Neighbour {
  /** On the translation. */
  readonly row: PlacedTask;
  /** Whether it's above the task in the English table. */
  readonly isAbove: boolean;
}

/** The nearest task above in the English table that the translation has; else the nearest one below. */
function neighbourOf(task: PlacedTask, { english, translation }: TranslationComparison): Neighbour | undefined {
  const known = tasksById(translation);
  const rowOf = ({ value }: PlacedTask): PlacedTask | undefined => known.get(value.id.value)?.[0];
  const table = english.tasks.filter(({ heading }) => heading === task.heading);
  const above = table
    .filter(({ start }) => start < task.start)
    .reverse()
    .map(rowOf)
    .find((row) => row !== undefined);
  if (above !== undefined) return { row: above, isAbove: true };
  const below = table
    .filter(({ start }) => start > task.start)
    .map(rowOf)
    .find((row) => row !== undefined);
  return below === undefined ? undefined : { row: below, isAbove: false };
}

function cellsOf(task: TaskFact, schema: TableSchema, source: RowSource): string[] {
  const texts: Readonly<Partial<Record<string, string>>> = {
    'task-id': task.id.value,
    'task-name': withEscapedPipes(nameFor(task, source)),
    mo: letterUnder(schema, task, source.page),
    role: termsFor(task.role, 'roles', source.page),
    services: termsFor(task.services, 'services', source.page),
  };
  return schema.columns.map(({ id }) => texts[id ?? ''] ?? '');
}

/** The name on other pages in the language, or else in English, for a translator. */
function nameFor({ id, name }: TaskFact, { comparison, index }: RowSource): string {
  return nameElsewhere(id.value, comparison.translation, index) ?? withoutLinks(name?.value ?? '');
}

function letterUnder(schema: TableSchema, { obligation }: TaskFact, page: ReadingContext): string {
  const [mandatory = '', optional = ''] = moLettersOf(schema, page);
  return obligation === undefined ? '' : obligation === 'mandatory' ? mandatory : optional;
}

/** Unknown words stay unchanged. */
function termsFor(fact: TermsFact | undefined, terms: 'roles' | 'services', page: ReadingContext): string {
  if (fact === undefined) return '';
  return fact.ids === undefined ? withEscapedPipes(fact.value) : termsInOwnWords(fact, terms, 'en', page);
}
