import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { contentSpan, skeletonOf, type SkeletonSection } from '../lint/support/sections.js';
import { isProcessPlaybook } from '../model/page-kind.js';

export const sectionDuplicate = defineRule({
  meta: {
    id: 'section-duplicate',
    category: 'structure',
    description: 'A process playbook has each section of the skeleton once',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      duplicate: 'The section "{section}" is here twice',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, report }) {
    if (!isProcessPlaybook(playbook)) return;
    const first = new Map<string, SkeletonSection>();
    for (const section of skeletonOf(playbook)) {
      // A page of two titles has the skeleton twice, and so may a section of its own.
      const key = `${section.id} ${String(section.parent)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, section);
      else {
        report({
          messageId: 'duplicate',
          data: { section: section.heading.value.text },
          span: contentSpan(section.heading),
          related: [{ span: contentSpan(known.heading), message: 'The first one' }],
        });
      }
    }
  },
});
