import { defineMessages } from '../../messages/index.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion } from '../lint/support/fixes.js';
import { insertParagraph } from '../lint/support/section-edits.js';
import { headingSpan, nameOfUnit, structuresOf, toEnglish } from '../lint/support/structure-places.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import type { MovedStep } from '../comparison/structure.js';
import type { Span } from '../text/span.js';
import type { Unit } from '../comparison/units.js';

const texts = defineMessages('translation-step-order', {
  move: { text: 'Move the step below "{after}"', note: 'Title of a fix. {after}: a heading.' },
});

export const translationStepOrder = defineRule({
  meta: {
    id: 'translation-step-order',
    category: 'translation',
    description: 'The steps of a translation are in the order of the English page',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      moved: {
        text: 'In English, this step comes after "{after}"',
        note: '{after}: the heading of a step, or of the section that contains the steps.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  workspace({ summary, index, report }) {
    for (const { comparison, structure } of structuresOf(summary, index)) {
      for (const step of structure.movedSteps) {
        const after = nameOfUnit(step.after.translated, summary);
        report({
          messageId: 'moved',
          data: { after },
          span: headingSpan(step.translated, summary),
          related: [toEnglish(step, comparison)],
          fixes: structure.movedSteps.length === 1 ? [moveStep(step, after, summary.text)] : [],
        });
      }
    }
  },
});

function moveStep({ translated, after }: MovedStep, name: string, text: string): Fix {
  const own = linesOf(translated, text);
  const { end: at } = linesOf(after.translated, text);
  const moved = insertParagraph(text, at, text.slice(own.start, own.end).trimEnd());
  return suggestion(texts.move({ after: name }), moved, { span: own, newText: '' });
}

/** The unit with the marker of its heading, up to the marker of the next. */
function linesOf({ start, end }: Unit, text: string): Span {
  return { start: startOfLine(text, start), end: end < text.length ? startOfLine(text, end) : end };
}
