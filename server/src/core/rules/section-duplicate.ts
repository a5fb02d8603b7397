import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { insertParagraph, removeSection } from '../lint/support/section-edits.js';
import { contentSpan, sectionOf, skeletonOf, type SkeletonSection } from '../dialect/sections.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import type { Playbook, Section } from '../model/playbook.js';

const texts = defineMessages('section-duplicate', {
  first: { text: 'The first section', note: 'Marks the first of two sections with the same heading.' },
  deleteHeading: 'Delete this heading: its section is empty',
  deleteSection: 'Delete this section: it has the same text',
  moveText: 'Move the text to the end of the first section',
});

export const sectionDuplicate = defineRule({
  meta: {
    id: 'section-duplicate',
    category: 'structure',
    description: 'A process playbook has each standard section only once',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      duplicate: 'The section "{section}" appears twice',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    if (!isProcessPlaybook(playbook)) return;
    const first = new Map<string, SkeletonSection>();
    for (const section of skeletonOf(playbook)) {
      // A page with two titles contains the skeleton twice, and so may a section.
      const key = `${section.id} ${String(section.parent)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, section);
      else {
        report({
          messageId: 'duplicate',
          data: { section: section.heading.value.text },
          span: contentSpan(section.heading),
          related: [{ span: contentSpan(known.heading), message: texts.first }],
          fixes: fixesFor(playbook, known, section),
        });
      }
    }
  },
});

/** A second section that adds nothing can be deleted; any other text belongs in the first one. */
function fixesFor(playbook: Playbook, first: SkeletonSection, again: SkeletonSection): Fix[] {
  const [one, other] = [sectionOf(playbook, first.heading), sectionOf(playbook, again.heading)];
  if (one === undefined || other === undefined) return [];
  const { text } = playbook;
  const [firstContent, secondContent] = [contentOf(one, text), contentOf(other, text)];
  if (secondContent === '') return [suggestion(texts.deleteHeading, removeSection(playbook, other))];
  if (secondContent === firstContent) return [suggestion(texts.deleteSection, removeSection(playbook, other))];
  return [
    suggestion(
      texts.moveText,
      insertParagraph(text, one.span.end, secondContent),
      removeSection(playbook, other, one.span.end),
    ),
  ];
}

function contentOf({ heading, span }: Section, text: string): string {
  return text.slice(heading.start + heading.value.span.end, span.end).trim();
}
