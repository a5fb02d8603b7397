import { at, insert, type Kind } from '../kind.js';
import type { Page } from '../page.js';
import { sentences, taskRows } from '../places.js';

/** What merges leave. */
export const conflicts: readonly Kind[] = [
  {
    id: 'conflict-marker-left',
    describe: 'One of the lines that git writes in a conflict is left.',
    apply: at(lineStarts, (start, page, random) =>
      insert(page, start, (random.pick(['<<<<<<< HEAD', '=======', '>>>>>>> review']) ?? '') + page.eol),
    ),
  },
];

/** The starts of rows and sentences. */
function lineStarts(page: Page): number[] {
  return [...sentences(page), ...taskRows(page).map(({ line }) => line)].map(({ start }) => start);
}
