import type { TaskColumnId } from '../../../server/src/core/vocabulary/vocabulary.js';
import { alsoRight, at, edit, insert, lastCellTwice, remove, replace, type Kind, type Mutation } from '../kind.js';
import { cellIn, sentences, taskCells, taskRows, type CellPlace, type RowPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in whole rows of a task table. */
export const rows: readonly Kind[] = [
  {
    id: 'row-pipe-lost-mo-role',
    describe: 'The pipe between the letter and the role is lost.',
    apply: pipeLost('mo', 'role'),
  },
  {
    id: 'row-pipe-lost-name-mo',
    describe: 'The pipe between the name and the letter is lost.',
    apply: pipeLost('task-name', 'mo'),
  },
  {
    id: 'row-pipe-lost-id-name',
    describe: 'The pipe between the ID and the name is lost.',
    apply: pipeLost('task-id', 'task-name'),
  },
  {
    id: 'row-pipe-lost-role-service',
    describe: 'The pipe between the role and the services is lost.',
    apply: pipeLost('role', 'services'),
  },
  {
    id: 'row-pipe-doubled',
    describe: 'A pipe inside a row is typed twice.',
    apply: at(taskRows, ({ pipes }, page, random) => {
      const pipe = random.pick(pipes.slice(1, -1));
      return pipe === undefined ? undefined : insert(page, pipe, '|');
    }),
  },
  {
    id: 'row-pipe-in-name',
    describe: 'A name contains a pipe that is not escaped.',
    apply: at(taskCells('task-name'), (cell, page, random) => {
      const gap = gapIn(cell, random);
      return gap === undefined ? undefined : alsoRight(insert(page, gap, '| '), insert(page, gap, '\\| '));
    }),
  },
  {
    id: 'row-split-at-cell',
    describe: 'A row is split into two lines after a pipe.',
    apply: at(taskRows, ({ pipes }, page, random) => {
      const pipe = random.pick(pipes.slice(1, -1));
      return pipe === undefined ? undefined : insert(page, pipe + 1, page.eol);
    }),
  },
  {
    id: 'row-split-in-name',
    describe: 'A row is split into two lines inside the name.',
    apply: at(taskCells('task-name'), (cell, page, random) => {
      const gap = gapIn(cell, random);
      return gap === undefined ? undefined : insert(page, gap, page.eol);
    }),
  },
  {
    id: 'rows-joined',
    describe: 'The line break between two rows is lost.',
    apply: at(taskRows, ({ line, below }, page) =>
      below === undefined ? undefined : remove(page, { start: line.end, end: below.start }),
    ),
  },
  {
    id: 'rows-joined-one-pipe',
    describe: 'The line break between two rows is lost together with one of the two pipes.',
    apply: at(taskRows, ({ below, pipes }, page) => {
      const last = pipes.at(-1);
      return below === undefined || last === undefined ? undefined : remove(page, { start: last, end: below.start });
    }),
  },
  {
    id: 'row-blank-line-above',
    describe: 'A blank line cuts a table into two parts.',
    apply: at(taskRows, ({ line }, page) => insert(page, line.start, page.eol)),
  },
  {
    id: 'row-duplicated',
    describe: 'A row is pasted a second time.',
    apply: at(taskRows, ({ line }, page) => insert(page, line.end, page.eol + page.slice(line))),
  },
  {
    id: 'row-full-width-pipe',
    describe: 'An input method writes a full-width pipe.',
    apply: at(taskRows, ({ pipes }, page, random) => {
      const pipe = random.pick(pipes.slice(1, -1));
      return pipe === undefined ? undefined : replace(page, { start: pipe, end: pipe + 1 }, '｜');
    }),
  },
  {
    id: 'row-opening-pipe-lost',
    describe: 'The pipe at the start of a row is lost.',
    harmless: true,
    apply: at(taskRows, ({ line }, page) =>
      page.text.startsWith('| ', line.start) ? remove(page, { start: line.start, end: line.start + 2 }) : undefined,
    ),
  },
  {
    id: 'row-closing-pipe-lost',
    describe: 'The pipe at the end of a row is lost.',
    harmless: true,
    apply: at(taskRows, ({ line, cells }, page) => {
      const last = cells.at(-1);
      return last === undefined || last.end === last.start
        ? undefined
        : remove(page, { start: last.end, end: line.end });
    }),
  },
  {
    id: 'row-pasted-with-tabs',
    describe: 'A row comes from a spreadsheet, with tabs instead of pipes.',
    apply: at(taskRows, ({ line, cells }, page) =>
      replace(page, line, cells.map((cell) => page.slice(cell)).join('\t')),
    ),
  },
  {
    id: 'row-cells-swapped-mo-role',
    describe: 'The letter and the role are in the wrong order.',
    apply: cellsSwapped('mo', 'role'),
  },
  {
    id: 'row-cells-swapped-role-service',
    describe: 'The role and the services are in the wrong order.',
    apply: cellsSwapped('role', 'services'),
  },
  {
    id: 'row-cells-swapped-id-name',
    describe: 'The ID and the name are in the wrong order.',
    apply: cellsSwapped('task-id', 'task-name'),
  },
  {
    id: 'row-extra-cell-at-end',
    describe: 'The last cell of a row is there twice.',
    apply: at(taskRows, lastCellTwice),
  },
  {
    id: 'row-name-empty',
    describe: 'The name of a task is deleted.',
    apply: at(taskCells('task-name'), ({ span }, page) => remove(page, span)),
  },
  {
    id: 'row-prose-in-table',
    describe: 'A sentence is between two rows.',
    apply: at(taskRows, ({ line, below }, page, random) => {
      const sentence = random.pick(sentences(page));
      return below === undefined || sentence === undefined
        ? undefined
        : insert(page, line.end, page.eol + page.slice(sentence));
    }),
  },
];

function pipeLost(left: TaskColumnId, right: TaskColumnId): Kind['apply'] {
  return at(taskRows, (row, page) => {
    const [one, other] = neighbors(row, left, right) ?? [];
    return one === undefined || other === undefined
      ? undefined
      : replace(page, { start: one.end, end: other.start }, ' ');
  });
}

function cellsSwapped(left: TaskColumnId, right: TaskColumnId): Kind['apply'] {
  return at(taskRows, (row, page): Mutation | undefined => {
    const [one, other] = [cellIn(row, left), cellIn(row, right)];
    if (one === undefined || other === undefined) return undefined;
    return edit(page, [
      { span: one, newText: page.slice(other) },
      { span: other, newText: page.slice(one) },
    ]);
  });
}

/** Two cells with text, one right after the other. */
function neighbors(row: RowPlace, left: TaskColumnId, right: TaskColumnId): ReturnType<typeof pair> {
  const [one, other] = [cellIn(row, left), cellIn(row, right)];
  return one !== undefined && other !== undefined && row.cells.indexOf(other) === row.cells.indexOf(one) + 1
    ? pair(one, other)
    : undefined;
}

function pair(one: CellPlace['span'], other: CellPlace['span']): readonly [typeof one, typeof other] | undefined {
  return one.start < one.end && other.start < other.end ? [one, other] : undefined;
}

/** A place between two words of a plain cell; between two characters where words aren't separated. */
function gapIn({ span, text }: CellPlace, random: Random): number | undefined {
  if (/[[\]()`*<\\]/.test(text)) return undefined;
  const gaps = [...text.matchAll(/(?<= )(?=\S)|(?<=[\u3040-\u9fff])(?=[\u3040-\u9fff])/gu)];
  const gap = random.pick(gaps);
  return gap === undefined ? undefined : span.start + gap.index;
}
