import { alsoRight, at, insert, remove, replace, type Kind } from '../kind.js';
import { misspelt, withoutLastLetter } from '../misspell.js';
import type { Page } from '../page.js';
import { cellTerms, otherSpellings, recommended, taskCells, type TermPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the roles of a task table. */
export const roles: readonly Kind[] = [
  { id: 'role-typo', describe: 'A role has a typo.', apply: role(({ text }, _, random) => misspelt(text, random)) },
  {
    id: 'role-last-char-dropped',
    describe: 'The last letter of a role is lost.',
    apply: role(({ text }) => withoutLastLetter(text)),
  },
  {
    id: 'role-trailing-number',
    describe: 'A digit is typed after a role.',
    apply: at(cellTerms('role'), ({ span }, page, random) => insert(page, span.end, String(1 + random.below(9)))),
  },
  {
    id: 'role-space-lost',
    describe: 'A space inside a role is lost.',
    apply: role(({ text }) => text.replace(' ', '')),
  },
  {
    id: 'role-other-language',
    describe: 'A role is in another language than the page.',
    apply: role(({ text }, page, random) => random.pick(otherSpellings(page, text, 'roles'))),
  },
  {
    id: 'role-words-swapped',
    describe: 'The words of a role are in the wrong order.',
    apply: role(({ text }) => text.replace(/^(\S+) (\S+)$/, '$2 $1')),
  },
  {
    id: 'role-empty',
    describe: 'The role is deleted.',
    apply: at(taskCells('role'), ({ span }, page) => remove(page, span)),
  },
];

/** Replaces a role. */
function role(change: (term: TermPlace, page: Page, random: Random) => string | undefined): Kind['apply'] {
  return at(cellTerms('role'), (term, page, random) => {
    const changed = change(term, page, random);
    return changed === undefined
      ? undefined
      : alsoRight(replace(page, term.span, changed), replace(page, term.span, recommended(page, term.text, 'roles')));
  });
}
