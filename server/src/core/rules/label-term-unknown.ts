import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { replaceWithNearest } from '../lint/support/fixes.js';
import { KIND_OF_TERM, labelTerms, valuesOf } from '../dialect/label-lines.js';
import { TERMS_OF_LABEL } from '../vocabulary/vocabulary.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import type { LabelLine } from '../model/labels.js';
import type { TermPart } from '../vocabulary/term-set.js';

export const labelTermUnknown = defineRule({
  meta: {
    id: 'label-term-unknown',
    category: 'label',
    description: 'A label line names phases, roles, services, and motions that exist',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      role: 'Unknown role "{text}"',
      service: 'Unknown service "{text}"',
      phase: 'Unknown phase "{text}"',
      motion: {
        text: 'Unknown motion "{text}"',
        note: 'Motion: the kind of work with a customer, such as Customer Health.',
      },
      nearRole: 'Unknown role "{text}". Did you mean "{nearest}"?',
      nearService: 'Unknown service "{text}". Did you mean "{nearest}"?',
      nearPhase: 'Unknown phase "{text}". Did you mean "{nearest}"?',
      nearMotion: {
        text: 'Unknown motion "{text}". Did you mean "{nearest}"?',
        note: 'Motion: the kind of work with a customer, such as Customer Health.',
      },
    },
    unknownWords: {
      role: { value: 'text', list: 'roles' },
      service: { value: 'text', list: 'services' },
      phase: { value: 'text', list: 'phases' },
      motion: { value: 'text', list: 'motions' },
      nearRole: { value: 'text', list: 'roles' },
      nearService: { value: 'text', list: 'services' },
      nearPhase: { value: 'text', list: 'phases' },
      nearMotion: { value: 'text', list: 'motions' },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const label of block.labels) {
      const values = valuesOf(block.source, label, page);
      for (const { text, span } of values.filter(isUnknown(page))) {
        const spellings = labelTerms(label, page).nearest(text, page.language);
        const kind = KIND_OF_TERM[TERMS_OF_LABEL[label.id]];
        const [nearest] = spellings;
        if (nearest === undefined) {
          if (!mayBeFreeText(label, values)) report({ messageId: kind, data: { text }, span });
          continue;
        }
        report({
          messageId: NEAR_MESSAGES[kind],
          data: { text, nearest },
          span,
          fixes: replaceWithNearest(span, spellings),
        });
      }
    }
  },
});

const NEAR_MESSAGES = { role: 'nearRole', service: 'nearService', phase: 'nearPhase', motion: 'nearMotion' } as const;

/** Known errors of other languages are unknown words in this language. */
function isUnknown({ language }: ReadingContext): (value: TermPart) => boolean {
  return ({ matches }) => matches.every((match) => match.kind === 'error' && match.language !== language);
}

/**
 * `Applies To` accepts free text such as "Office 365 ProPlus (without Windows 10 upgrade)", always with a parenthesis,
 * and there are subject matter experts for everything: only a likely misspelling of a known name is reported there.
 */
function mayBeFreeText(label: LabelLine, values: readonly TermPart[]): boolean {
  return (
    (label.id === 'applies-to' && /[(（]/.test(label.value.text)) ||
    (label.id === 'primary-role' && values.some(({ text }) => /\bSMEs?$/.test(text)))
  );
}
