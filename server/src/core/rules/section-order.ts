import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { contentSpan, skeletonOf, type SkeletonSection } from '../lint/support/sections.js';
import { outOfOrder } from '../lint/support/sequence.js';
import { isProcessPlaybook } from '../model/page-kind.js';

export const sectionOrder = defineRule({
  meta: {
    id: 'section-order',
    category: 'structure',
    description: 'The sections of a process playbook come in the order of the skeleton',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      before: 'The section "{section}" belongs above "{other}"',
      after: 'The section "{section}" belongs below "{other}"',
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
        related: [{ span: contentSpan(other.heading), message: `"${other.heading.value.text}" stands here` }],
      });
    }
  },
});

/** A second one is reported as such. */
function firstOfEach(sections: readonly SkeletonSection[]): SkeletonSection[] {
  return sections.filter(({ id, parent }, index) => sections.findIndex((other) => other.id === id) === index && parent === sections[0]?.parent);
}
