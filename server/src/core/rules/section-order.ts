import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { moveSection } from '../lint/support/section-edits.js';
import { contentSpan, sectionOf, skeletonOf, type SkeletonSection } from '../dialect/sections.js';
import { outOfOrder } from '../text/sequence.js';
import { isProcessPlaybook } from '../model/page-kind.js';
import type { Playbook } from '../model/playbook.js';

const texts = defineMessages('section-order', {
  other: { text: '"{section}" is here', note: 'Marks another section. {section}: its heading.' },
  moveAbove: { text: 'Move the section above "{section}"', note: '{section}: the heading of another section.' },
  moveBelow: { text: 'Move the section below "{section}"', note: '{section}: the heading of another section.' },
});

export const sectionOrder = defineRule({
  meta: {
    id: 'section-order',
    category: 'structure',
    description: 'The sections of a process playbook are in the standard order',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      before: 'The section "{section}" must come before "{other}"',
      after: 'The section "{section}" must come after "{other}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    if (!isProcessPlaybook(playbook)) return;
    const sections = firstOfEach(skeletonOf(playbook));
    const places = sections.map(({ id }) => playbook.vocabulary.sectionOrder.indexOf(id));
    for (const index of outOfOrder(places)) {
      const section = sections[index];
      if (section === undefined) continue;
      const place = places[index] ?? 0;
      const below = sections.find((_, at) => at < index && (places[at] ?? 0) > place);
      const other = below ?? sections.filter((_, at) => at > index && (places[at] ?? 0) < place).pop();
      if (other === undefined) continue;
      report({
        messageId: below === undefined ? 'after' : 'before',
        data: { section: section.heading.value.text, other: other.heading.value.text },
        span: contentSpan(section.heading),
        related: [{ span: contentSpan(other.heading), message: texts.other({ section: other.heading.value.text }) }],
        fixes: moveFix(playbook, section, other, below === undefined ? 'below' : 'above'),
      });
    }
  },
});

/** Another rule reports repeated sections. */
function firstOfEach(sections: readonly SkeletonSection[]): SkeletonSection[] {
  return sections.filter(
    ({ id, parent }, index) =>
      sections.findIndex((other) => other.id === id) === index && parent === sections[0]?.parent,
  );
}

/** Moves the whole section. Between headings of different levels, it would become part of the section above. */
function moveFix(
  playbook: Playbook,
  { heading }: SkeletonSection,
  other: SkeletonSection,
  where: 'above' | 'below',
): Fix[] {
  const [section, neighbour] = [sectionOf(playbook, heading), sectionOf(playbook, other.heading)];
  if (section === undefined || neighbour === undefined || heading.value.level !== other.heading.value.level) return [];
  const at = where === 'above' ? neighbour.span.start : neighbour.span.end;
  const values = { section: other.heading.value.text };
  const title = where === 'above' ? texts.moveAbove(values) : texts.moveBelow(values);
  return [suggestion(title, ...moveSection(playbook, section, at))];
}
