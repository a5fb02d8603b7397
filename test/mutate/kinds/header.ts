import { alsoOn, alsoRight, at, insert, remove, replace, type Kind } from '../kind.js';
import { misspelt } from '../misspell.js';
import { headerRows, sentences } from '../places.js';

/** Mistakes in the header of a task table. */
export const header: readonly Kind[] = [
  {
    id: 'header-misspelt',
    describe: 'The name of a column has a typo.',
    apply: at(headerRows, ({ cells }, page, random) => {
      const cell = random.pick(cells);
      const typo = cell === undefined ? undefined : misspelt(page.slice(cell), random);
      return cell === undefined || typo === undefined ? undefined : replace(page, cell, typo);
    }),
  },
  {
    id: 'header-text-right-above',
    describe: 'A sentence is right above the table, without a blank line.',
    apply: at(headerRows, ({ line }, page, random) => {
      const sentence = random.pick(sentences(page));
      if (sentence === undefined) return undefined;
      const text = page.slice(sentence) + page.eol;
      return alsoRight(insert(page, line.start, text), insert(page, line.start, text + page.eol));
    }),
  },
  {
    id: 'header-cell-removed',
    describe: 'The name of a column is lost together with its pipe. The delimiter row then has a cell too many.',
    apply: at(headerRows, ({ pipes, line }, page, random) => {
      const index = random.below(pipes.length - 1);
      const [start, end] = [pipes[index], pipes[index + 1]];
      return start === undefined || end === undefined
        ? undefined
        : alsoOn(remove(page, { start, end }), page.lineNumber(line.start) + 1);
    }),
  },
];
