import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import { suggestion } from '../lint/support/fixes.js';
import { cutShort } from '../dialect/task-rows.js';
import { defineTextRule } from '../lint/support/text-rule.js';
import { unlink } from '../lint/support/unlink.js';
import type { Link } from '../model/inlines.js';
import { sliceOf } from '../text/span.js';
import { INVISIBLE } from '../text/spelling.js';

const texts = defineMessages('link-empty', {
  showAddress: {
    text: 'Show "{address}"',
    note: 'Title of a fix for a link without text. {address}: the web address, which becomes the text.',
  },
});

export const linkEmpty = defineTextRule({
  meta: {
    id: 'link-empty',
    category: 'link',
    description: 'A link has text and a target',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      text: 'The link to "{target}" has no text to click',
      target: 'The link "{text}" has no target',
      imageTarget: 'The image has no file name',
      both: 'The link has neither text nor target',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    for (const link of inlines.links) {
      const { kind, span, text, target } = link;
      if ((kind !== 'link' && kind !== 'image') || isInclude(source, span.start)) continue;
      const shown = sliceOf(source, text).replace(INVISIBLE, '').trim();
      const hasTarget = target.value.replace(INVISIBLE, '') !== '';
      const fixes = [unlink(link, source)];
      if (kind === 'image') {
        if (!hasTarget) report({ messageId: 'imageTarget', span, fixes });
      } else if (shown === '' && !hasTarget) report({ messageId: 'both', span, fixes });
      else if (shown === '')
        report({ messageId: 'text', data: { target: target.value }, span, fixes: [...showAddress(link), ...fixes] });
      else if (!hasTarget) report({ messageId: 'target', data: { text: shown }, span, fixes });
    }
  },
});

/** `[!INCLUDE [](file.md)]`: the link text of an include isn't shown. */
function isInclude(source: string, start: number): boolean {
  return /\[!INCLUDE\s*$/i.test(source.slice(Math.max(0, start - 12), start));
}

/** A web address is good enough as link text; a file path tells readers nothing. */
function showAddress({ text, target }: Link): Fix[] {
  if (!/^https?:\/\/[^\s[\]]+$/i.test(target.value)) return [];
  return [suggestion(texts.showAddress({ address: cutShort(target.value) }), { span: text, newText: target.value })];
}
