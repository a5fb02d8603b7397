import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { headingSpan, nameOfUnit, structuresOf, toEnglishText } from '../lint/support/structure-places.js';
import { cutShort } from '../dialect/task-rows.js';
import type { ShapeDifference } from '../comparison/structure.js';
import type { Placed, Span } from '../text/span.js';
import type { PageSummary, ShapeFact } from '../workspace-index/page-summary.js';

export const translationListDiffers = defineRule({
  meta: {
    id: 'translation-list-differs',
    category: 'translation',
    description: 'The lists of a translation have as many items as the lists of the English page',
    recommended: 'hint',
    fixable: 'none',
    messages: {
      list: {
        text: '{here, plural, one {This list has # item, and {there} in English} other {This list has # items, and {there} in English}}',
        note: '{there}: a number.',
      },
      lists: {
        text: '{here, plural, =0 {"{name}" has no list items, and {there} in English} one {"{name}" has # list item, and {there} in English} other {"{name}" has # list items, and {there} in English}}',
        note: '{name}: a heading. {there}: a number.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      const { english } = comparison;
      for (const difference of structure.shapes) {
        if (difference.kind !== 'list') continue;
        const { here, there, translated } = difference;
        const pair = onlyDifference(difference);
        if (pair === undefined)
          report({
            messageId: 'lists',
            data: { name: nameOfUnit(translated, summary), here: itemsIn(here), there: itemsIn(there) },
            span: headingSpan(translated, summary),
            related: [
              toEnglishText(
                nameOfUnit(difference.english, english),
                headingSpan(difference.english, english),
                comparison,
              ),
            ],
          });
        else
          report({
            messageId: 'list',
            data: { here: itemsIn([pair.here]), there: itemsIn([pair.there]) },
            span: lineAt(pair.here.start, summary),
            related: [
              toEnglishText(firstWords(pair.there.start, english), lineAt(pair.there.start, english), comparison),
            ],
          });
      }
    }
  },
});

/** The lists that differ, if the pages have equally many, and all others agree. */
function onlyDifference({
  here,
  there,
}: ShapeDifference): { readonly here: Placed<ShapeFact>; readonly there: Placed<ShapeFact> } | undefined {
  if (here.length !== there.length) return undefined;
  const differing = here.flatMap((list, index) => {
    const other = there[index];
    return other === undefined || itemsIn([list]) === itemsIn([other]) ? [] : [{ here: list, there: other }];
  });
  return differing.length === 1 ? differing[0] : undefined;
}

function itemsIn(lists: readonly Placed<ShapeFact>[]): number {
  return lists.reduce((sum, { value }) => sum + (value.kind === 'list' ? value.items : 0), 0);
}

/** The first item. */
function lineAt(offset: number, { lines, text }: PageSummary): Span {
  const { end } = lines.lineSpan(lines.lineAt(offset));
  return { start: offset, end: offset + text.slice(offset, end).trimEnd().length };
}

function firstWords(offset: number, page: PageSummary): string {
  const { start, end } = lineAt(offset, page);
  return cutShort(page.text.slice(start, end));
}
