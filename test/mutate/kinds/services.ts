import { alsoRight, at, insert, remove, replace, type Kind } from '../kind.js';
import { misspelt, withoutLastLetter } from '../misspell.js';
import type { Page } from '../page.js';
import { cellTerms, recommended, taskCells, termsIn, type TermPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in the services of a task table. */
export const services: readonly Kind[] = [
  {
    id: 'service-typo',
    describe: 'A service has a typo.',
    apply: service(({ text }, _, random) => misspelt(text, random)),
  },
  {
    id: 'service-last-char-dropped',
    describe: 'The last letter of a service is lost.',
    apply: service(({ text }) => withoutLastLetter(text)),
  },
  {
    id: 'service-other-separator',
    describe: 'Two services are separated by something else than a slash.',
    apply: at(taskCells('services'), ({ span }, page, random) => {
      const [one, other] = termsIn(page, span, 'services');
      if (one === undefined || other === undefined) return undefined;
      const gap = { start: one.span.end, end: other.span.start };
      const separator = random.pick([', ', '; ', ' + ', ' ', ' - ', '\\'].filter((sign) => sign !== page.slice(gap)));
      return page.slice(gap).trim() === '/' && separator !== undefined ? replace(page, gap, separator) : undefined;
    }),
  },
  {
    id: 'service-trailing-slash',
    describe: 'A slash is left after the last service.',
    apply: at(taskCells('services'), ({ span }, page, random) =>
      insert(page, span.end, random.pick(['/', ' /']) ?? ''),
    ),
  },
  {
    id: 'service-doubled',
    describe: 'A service is in the cell twice.',
    apply: at(cellTerms('services'), ({ span, text }, page) => insert(page, span.end, separatorOf(page) + text)),
  },
  {
    id: 'service-empty',
    describe: 'The services are deleted.',
    apply: at(taskCells('services'), ({ span }, page) => remove(page, span)),
  },
];

/** Replaces a service. */
function service(change: (term: TermPlace, page: Page, random: Random) => string | undefined): Kind['apply'] {
  return at(cellTerms('services'), (term, page, random) => {
    const changed = change(term, page, random);
    return changed === undefined
      ? undefined
      : alsoRight(
          replace(page, term.span, changed),
          replace(page, term.span, recommended(page, term.text, 'services')),
        );
  });
}

function separatorOf({ playbook, language }: Page): string {
  return playbook.vocabulary.separators[language];
}
