import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWithNearest } from '../lint/support/fixes.js';
import { insertSection, lineNaming, makeHeading } from '../lint/support/missing-section.js';
import { contentSpan, skeletonOf } from '../dialect/sections.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import { firstLineOf, type Playbook } from '../model/playbook.js';
import { nearest } from '../text/spelling.js';
import type { Heading } from '../model/headings.js';
import { shift, type Placed } from '../text/span.js';

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
      text: 'The section "{section}" is missing: "{text}" is the text of a paragraph, not a heading',
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
      const line = near === undefined ? lineNaming(playbook, id) : undefined;
      if (near !== undefined) {
        const span = contentSpan(near);
        const fixes = replaceWithNearest(shift(near.value.words, near.start), [section]);
        report({ messageId: 'near', data: { section, text: near.value.text }, span, fixes });
      } else if (line !== undefined) {
        const fixes = [makeHeading(line)];
        report({ messageId: 'text', data: { section, text: line.text }, span: line.span, fixes });
      } else {
        const fixes = [insertSection(playbook, skeleton, id, section)];
        report({ messageId: 'missing', data: { section }, span: titleSpan(playbook), fixes });
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
