import { LANGUAGES } from '../../../server/src/core/index.js';
import { columnIndex } from '../../../server/src/core/model/tables.js';
import { at, remove, replace, type Kind } from '../kind.js';
import type { Page } from '../page.js';
import { taskCells, type CellPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the cells that say whether a task is mandatory. */
export const letters: readonly Kind[] = [
  {
    id: 'mo-other-language',
    describe: 'The letter is that of another language.',
    apply: letter(({ text, row }, page, random) => {
      const own = row.table.schema.letters;
      if (text !== own[0]) return undefined;
      const all = LANGUAGES.map((language) => page.playbook.vocabulary.letters[language].mandatory);
      return random.pick(all.filter((other) => !own.includes(other)));
    }),
  },
  {
    id: 'mo-lower-case',
    describe: 'A capital letter is written small.',
    apply: letter(({ text }) => text.toLowerCase()),
  },
  {
    id: 'mo-full-width',
    describe: 'An input method writes a full-width letter.',
    apply: letter(({ text }) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))),
  },
  {
    id: 'mo-cyrillic',
    describe: 'The letter is a Cyrillic one that looks the same.',
    apply: letter(({ text }) => CYRILLIC[text]),
  },
  {
    id: 'mo-digit-zero',
    describe: 'A zero is typed instead of the letter O.',
    apply: letter(({ text }) => (text === 'O' ? '0' : undefined)),
  },
  {
    id: 'mo-both',
    describe: 'The cell has both letters.',
    apply: letter(({ row }) => row.table.schema.letters.join('/')),
  },
  {
    id: 'mo-empty',
    describe: 'The letter is deleted.',
    apply: at(letterCells, ({ span }, page) => remove(page, span)),
  },
  {
    id: 'mo-word',
    describe: 'The word is written out instead of its letter.',
    apply: letter(({ text, row }) => wordsOf(row)[row.table.schema.letters.indexOf(text)]),
  },
];

const CYRILLIC: Readonly<Record<string, string>> = { M: 'М', O: 'О', E: 'Е', B: 'В', b: 'Ь' };

/** Replaces the letter of a cell. */
function letter(change: (cell: CellPlace, page: Page, random: Random) => string | undefined): Kind['apply'] {
  return at(letterCells, (cell, page, random) => {
    const changed = change(cell, page, random);
    return changed === undefined ? undefined : replace(page, cell.span, changed);
  });
}

/** The cells with one of the two letters in the header. */
function letterCells(page: Page): CellPlace[] {
  return taskCells('mo')(page).filter(({ text, row }) => row.table.schema.letters.includes(text));
}

/** The two words in the header, such as `Mandatory` and `Optional`; nothing if it has another form. */
function wordsOf({ table: { schema } }: CellPlace['row']): string[] {
  const header = schema.columns[columnIndex(schema, 'mo')]?.cell?.text ?? '';
  const parts = header.split(/\s*\/\s*|\s+(?=\()/);
  if (parts.length !== 2) return [];
  return parts.map((part) => part.replace(/\(.\)\s+/, '').replace(/[()]/g, ''));
}
