import type { Span } from '../../../server/src/core/text/span.js';
import { alsoOn, at, edit, insert, removeLines, replace, type Kind, type Mutation } from '../kind.js';
import { misspelt } from '../misspell.js';
import type { Page } from '../page.js';
import { headings, sectionHeadings, sections as sectionsOf, taskHeadings, type HeadingPlace } from '../places.js';
import type { Random } from '../random.js';

/** Mistakes in headings and in the order of sections. */
export const sections: readonly Kind[] = [
  {
    id: 'heading-no-space',
    describe: 'The space after the number signs of a heading is lost.',
    apply: at(headings, ({ marker, content }, page) => replace(page, { start: marker.end, end: content.start }, '')),
  },
  {
    id: 'heading-zero-width-space',
    describe: 'A heading starts with an invisible character.',
    apply: at(headings, ({ content }, page) => insert(page, content.start, '\u200B')),
  },
  {
    id: 'heading-level-deeper',
    describe: 'A heading has one number sign too many.',
    apply: at(headings, ({ marker, level }, page) =>
      level === 1 || level === 6 ? undefined : insert(page, marker.end, '#'),
    ),
  },
  {
    id: 'heading-level-higher',
    describe: 'A heading has one number sign too few.',
    apply: at(headings, ({ marker, level }, page) =>
      level === 1 ? undefined : replace(page, marker, '#'.repeat(level - 1)),
    ),
  },
  {
    id: 'section-misspelt',
    describe: 'The heading of a section has a typo.',
    apply: at(sectionHeadings, headingTypo),
  },
  {
    id: 'section-heading-removed',
    describe: 'The heading of a section is deleted.',
    apply: at(sectionHeadings, ({ line, number }, page) => {
      const all = sectionHeadings(page);
      const before = all.filter((other) => other.number < number).at(-1);
      const mutation = removeLines(page, line);
      // The author also looks at the title of the page, and at the sections before and after.
      const after = all.find((other) => other.number > number);
      const around = [titleOf(page), before?.number, after === undefined ? undefined : after.number - 1];
      return alsoOn(mutation, ...around.filter((other) => other !== undefined));
    }),
  },
  {
    id: 'sections-swapped',
    describe: 'Two sections are in the wrong order.',
    apply: at(neighbors, ([upper, lower], page) =>
      edit(page, [
        { span: upper, newText: page.slice(lower) },
        { span: lower, newText: page.slice(upper) },
      ]),
    ),
  },
  {
    id: 'section-twice',
    describe: 'A section is pasted a second time.',
    apply: at(neighbors, ([upper], page) => insert(page, upper.end, page.slice(upper))),
  },
  {
    id: 'section-as-bold',
    describe: 'The heading of a section is only bold text.',
    apply: at(sectionHeadings, ({ line, content }, page) => replace(page, line, `**${page.slice(content)}**`)),
  },
  {
    id: 'ftop-heading-misspelt',
    describe: 'The heading of a task table has a typo.',
    apply: at(taskHeadings, headingTypo),
  },
];

function headingTypo({ content }: HeadingPlace, page: Page, random: Random): Mutation | undefined {
  const typo = misspelt(page.slice(content), random);
  return typo === undefined ? undefined : replace(page, content, typo);
}

/** Pairs of sections, one right after the other. */
function neighbors(page: Page): (readonly [Span, Span])[] {
  const all = sectionsOf(page).map(({ span }) => span);
  return all.flatMap((upper, index) => {
    const lower = all[index + 1];
    return lower?.start === upper.end ? [[upper, lower] as const] : [];
  });
}

/** The line number of the page's title. */
function titleOf(page: Page): number | undefined {
  return headings(page).find(({ level }) => level === 1)?.number;
}
