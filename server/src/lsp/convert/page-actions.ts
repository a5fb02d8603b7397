import { CodeActionKind } from 'vscode-languageserver';
import { bodyRows, rowsTouching, tableAt, type Playbook, type Span } from '../../core/index.js';
import { defineMessages, type Message } from '../../messages/index.js';
import type { EditCommand } from '../../protocol/index.js';
import type { EditAction } from './edit-actions.js';
import { planOf } from './edit-plan.js';

const texts = defineMessages('page-actions', {
  insertRow: { text: 'Insert a task row below', note: 'A code action.' },
  moveUp: { text: 'Move the row up', note: 'A code action.' },
  moveDown: { text: 'Move the row down', note: 'A code action.' },
  deleteRow: { text: 'Delete the row', note: 'A code action.' },
  addRefreshRow: {
    text: 'Add a row for today to the refresh log',
    note: 'A code action. The log of changes to a page.',
  },
  updateDate: { text: 'Set "ms.date" to today', note: 'A code action. "ms.date" is a key of the front matter.' },
  alignTables: {
    text: 'Align all tables',
    note: 'A code action: aligns the columns of all tables of the page with spaces.',
  },
  compactTables: {
    text: 'Compact all tables',
    note: 'A code action, here a verb: removes the spaces that align the columns of all tables of the page.',
  },
});

/** What the actions put into new rows. */
export interface ActionValues {
  readonly today: () => string;
  /** The setting `playbook.author`. */
  readonly author: string;
}

/** More actions for the place at `span`, for clients that don't have our commands. */
export function pageActionsAt(playbook: Playbook, span: Span, values: ActionValues): readonly EditAction[] {
  const schema = tableAt(playbook, span.start)?.schema.kind;
  const isRow = bodyRows(rowsTouching(playbook, span)).length > 0;
  const { author } = values;
  const wanted: readonly (readonly [title: Message, command: EditCommand, applies: boolean])[] = [
    [texts.insertRow, { command: 'insertRow' }, schema === 'task'],
    [
      texts.addRefreshRow,
      { command: 'addRefreshRow', args: author === '' ? {} : { author } },
      schema === 'refresh' || (schema === undefined && isInRefreshSection(playbook, span.start)),
    ],
    [texts.moveUp, { command: 'moveRowUp' }, isRow],
    [texts.moveDown, { command: 'moveRowDown' }, isRow],
    [texts.deleteRow, { command: 'deleteRow' }, isRow],
    [texts.updateDate, { command: 'updateDate' }, isInFrontMatter(playbook, span.start)],
  ];
  return wanted.flatMap(([title, command, applies]) =>
    applies ? actionFor(title, command, playbook, span, values) : [],
  );
}

/** The kinds of the actions that change a page as a whole. They are offered only to a client that asks for them. */
export const SOURCE_KINDS = [
  `${CodeActionKind.Source}.alignTables.playbook`,
  `${CodeActionKind.Source}.compactTables.playbook`,
  `${CodeActionKind.Source}.updateDate.playbook`,
] as const;

const SOURCES: Readonly<Record<(typeof SOURCE_KINDS)[number], readonly [title: Message, command: EditCommand]>> = {
  'source.alignTables.playbook': [texts.alignTables, { command: 'alignTable', args: { all: true } }],
  'source.compactTables.playbook': [texts.compactTables, { command: 'compactTable', args: { all: true } }],
  'source.updateDate.playbook': [texts.updateDate, { command: 'updateDate' }],
};

/** The action of that kind, unless it would change nothing. */
export function sourceAction(
  playbook: Playbook,
  kind: (typeof SOURCE_KINDS)[number],
  values: ActionValues,
): readonly EditAction[] {
  return actionFor(...SOURCES[kind], playbook, { start: 0, end: 0 }, values);
}

function actionFor(
  title: Message,
  command: EditCommand,
  playbook: Playbook,
  span: Span,
  { today }: ActionValues,
): readonly EditAction[] {
  const plan = planOf(playbook, span, command, today);
  return 'refused' in plan || plan.edits.length === 0 ? [] : [{ title, edits: plan.edits }];
}

function isInRefreshSection({ headings }: Playbook, offset: number): boolean {
  const above = headings.filter(({ start, value }) => start + value.span.start <= offset).at(-1);
  return above?.value.matches.some(({ id }) => id === 'refresh-summary') === true;
}

function isInFrontMatter({ frontMatter }: Playbook, offset: number): boolean {
  return frontMatter !== undefined && offset >= frontMatter.span.start && offset <= frontMatter.span.end;
}
