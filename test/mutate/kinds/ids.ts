import { alsoOn, at, edit, insert, replace, type Kind } from '../kind.js';
import type { Page } from '../page.js';
import { cellIn, taskCells, type CellPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the IDs of tasks. */
export const ids: readonly Kind[] = [
  {
    id: 'id-full-width',
    describe: 'An input method writes full-width digits.',
    apply: id(({ text }) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  },
  {
    id: 'id-zero-width-space',
    describe: 'An invisible character is in the ID.',
    apply: at(plainIds, ({ span, text }, page, random) =>
      insert(page, span.start + random.below(text.length + 1), '\u200B'),
    ),
  },
  {
    id: 'id-nbsp-inside',
    describe: 'A no-break space is in the middle of the ID.',
    apply: at(plainIds, ({ span, text }, page, random) =>
      insert(page, span.start + 1 + random.below(text.length - 1), '\u00A0'),
    ),
  },
  {
    id: 'id-letter-o',
    describe: 'The letter O is typed instead of a zero.',
    apply: id(({ text }) => text.replace('0', 'O')),
  },
  {
    id: 'id-digit-missing',
    describe: 'A digit is lost.',
    apply: id(({ text }, _, random) => {
      const digit = random.below(text.length);
      return text.slice(0, digit) + text.slice(digit + 1);
    }),
  },
  {
    id: 'id-digit-extra',
    describe: 'A digit is typed twice.',
    apply: id(({ text }, _, random) => {
      const digit = random.below(text.length);
      return text.slice(0, digit) + text.charAt(digit) + text.slice(digit);
    }),
  },
  {
    id: 'id-digits-transposed',
    describe: 'Two digits are in the wrong order.',
    apply: id(({ text }, _, random) => {
      const digit = random.below(text.length - 1);
      return text.slice(0, digit) + text.charAt(digit + 1) + text.charAt(digit) + text.slice(digit + 2);
    }),
  },
  {
    id: 'id-of-another-row',
    describe: 'The ID is copied from another row of the page.',
    apply: at(plainIds, ({ span, text }, page, random) => {
      const other = random.pick(plainIds(page).filter((cell) => cell.text !== text));
      return other === undefined
        ? undefined
        : alsoOn(replace(page, span, other.text), page.lineNumber(other.span.start));
    }),
  },
  {
    id: 'id-with-name-in-cell',
    describe: 'The name is in the cell of the ID, too.',
    apply: at(plainIds, ({ span, row }, page) => {
      const name = cellIn(row, 'task-name');
      if (name === undefined || name.start === name.end) return undefined;
      return insert(page, span.end, ` ${page.slice(name)}`);
    }),
  },
  {
    id: 'id-moved-into-name',
    describe: 'The ID and the name are in the cell of the name.',
    apply: at(plainIds, ({ span, text, row }, page) => {
      const name = cellIn(row, 'task-name');
      if (name === undefined || name.start === name.end) return undefined;
      return edit(page, [
        { span, newText: '' },
        { span: name, newText: `${text} ${page.slice(name)}` },
      ]);
    }),
  },
];

function plainIds(page: Page): CellPlace[] {
  return taskCells('task-id')(page).filter(({ text }) => /^\d{3,}$/.test(text));
}

/** Replaces an ID. */
function id(change: (cell: CellPlace, page: Page, random: Random) => string | undefined): Kind['apply'] {
  return at(plainIds, (cell, page, random) => {
    const changed = change(cell, page, random);
    return changed === undefined ? undefined : replace(page, cell.span, changed);
  });
}
