import { at, insert, remove, removeLines, replace, type Kind } from '../kind.js';
import { delimiterRows } from '../places.js';

/** Mistakes in the line `|---|---|` of a task table. */
export const delimiter: readonly Kind[] = [
  {
    id: 'delimiter-cell-removed',
    describe: 'One cell of the delimiter row is lost.',
    apply: at(delimiterRows, ({ pipes }, page, random) => {
      const index = random.below(pipes.length - 1);
      const [start, end] = [pipes[index], pipes[index + 1]];
      return start === undefined || end === undefined ? undefined : remove(page, { start, end });
    }),
  },
  {
    id: 'delimiter-em-dash',
    describe: 'An editor makes long dashes of the hyphens.',
    apply: at(delimiterRows, ({ line }, page) => replace(page, line, page.slice(line).replace(/-{2,}/g, '—'))),
  },
  {
    id: 'delimiter-missing',
    describe: 'The delimiter row is deleted.',
    apply: at(delimiterRows, ({ line }, page) => removeLines(page, line)),
  },
  {
    id: 'delimiter-blank-line-above',
    describe: 'A blank line is between the header and the delimiter row.',
    apply: at(delimiterRows, ({ line }, page) => insert(page, line.start, page.eol)),
  },
];
