import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWithNearest, suggestion, titles } from '../lint/support/fixes.js';
import { insertParagraph } from '../lint/support/section-edits.js';
import { contentSpan, skeletonOf, type SkeletonSection } from '../dialect/sections.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import { firstLineOf, type Playbook } from '../model/playbook.js';
import { nearest } from '../text/spelling.js';
import type { Fix } from '../lint/rule.js';
import type { Heading } from '../model/headings.js';
import type { Placed } from '../text/span.js';
import type { SectionId } from '../vocabulary/vocabulary.js';

export const sectionMissing = defineRule({
  meta: {
    id: 'section-missing',
    category: 'structure',
    description: 'A process playbook has all seven sections',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      missing: 'The section "{section}" is missing',
      near: 'The section "{section}" is missing. Is the heading "{text}" a misspelling?',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    if (!isProcessPlaybook(playbook)) return;
    const { vocabulary, language } = playbook;
    const skeleton = skeletonOf(playbook);
    for (const id of vocabulary.sectionOrder.filter((wanted) => !skeleton.some((section) => section.id === wanted))) {
      const section = vocabulary.sections.spelling(id, language);
      const near = nearHeading(playbook, section);
      if (near === undefined)
        report({
          messageId: 'missing',
          data: { section },
          span: titleSpan(playbook),
          fixes: [insertFix(playbook, skeleton, id, section)],
        });
      else {
        const span = contentSpan(near);
        report({
          messageId: 'near',
          data: { section, text: near.value.text },
          span,
          fixes: replaceWithNearest(span, [section]),
        });
      }
    }
  },
});

/** An unknown heading that resembles the missing one. */
function nearHeading({ headings }: Playbook, section: string): Placed<Heading> | undefined {
  return headings.find(
    ({ value }) => value.level === 2 && value.matches.length === 0 && nearest(value.text, [section]).length > 0,
  );
}

function titleSpan(playbook: Playbook): { start: number; end: number } {
  const title = playbook.headings.find(({ value }) => value.level === 1);
  return title === undefined ? firstLineOf(playbook) : contentSpan(title);
}

/** Inserts the heading above the next section of the skeleton, or at the end of the page. */
function insertFix(
  { text, vocabulary }: Playbook,
  skeleton: readonly SkeletonSection[],
  id: SectionId,
  section: string,
): Fix {
  const later = vocabulary.sectionOrder.slice(vocabulary.sectionOrder.indexOf(id) + 1);
  const next = skeleton.find((candidate) => later.includes(candidate.id));
  const at = next === undefined ? text.length : next.heading.start + next.heading.value.span.start;
  const heading = `## ${section}`;
  return suggestion(titles.insert({ text: heading }), insertParagraph(text, at, heading));
}
