import { NO_OPTIONS } from '../lint/options.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { sliceOf } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';

export const linkEmpty = defineTextRule({
  meta: {
    id: 'link-empty',
    category: 'link',
    description: 'A link has a text to click on and a target to go to',
    recommended: 'warning',
    fixable: 'none',
    messages: {
      text: 'Nothing to click on: the link to "{target}" has no text',
      target: 'The link "{text}" has no target',
      imageTarget: 'The image has no file name',
      both: 'The link has neither text nor target',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    for (const { kind, span, text, target } of inlines.links) {
      if ((kind !== 'link' && kind !== 'image') || isInclude(source, span.start)) continue;
      const shown = sliceOf(source, text).replace(INVISIBLE, '').trim();
      const hasTarget = target.value.replace(INVISIBLE, '') !== '';
      if (kind === 'image') {
        if (!hasTarget) report({ messageId: 'imageTarget', span });
      } else if (shown === '' && !hasTarget) report({ messageId: 'both', span });
      else if (shown === '') report({ messageId: 'text', data: { target: target.value }, span });
      else if (!hasTarget) report({ messageId: 'target', data: { text: shown }, span });
    }
  },
});

/** `[!INCLUDE [](file.md)]`: nobody sees the text of an include. */
function isInclude(source: string, start: number): boolean {
  return /\[!INCLUDE\s*$/i.test(source.slice(Math.max(0, start - 12), start));
}
