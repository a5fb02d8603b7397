import { NO_OPTIONS } from '../lint/options.js';
import type { Finding } from '../lint/rule.js';
import { ITALICS, literalItalics } from '../lint/support/literal-italics.js';
import { fixesForPair, type LiteralPair } from '../lint/support/literal-marks.js';
import { defineTextRule } from '../lint/support/text-rule.js';

const messages = {
  spaceBeforeClosing: {
    text: 'Not shown in italics: a space precedes the closing {mark}',
    note: '{mark}: * or _.',
  },
  punctuationBeforeClosing: {
    text: 'Not shown in italics: "{character}" precedes the closing {mark}, and a letter follows it',
    note: '{character}: a punctuation mark or symbol. {mark}: * or _. The letter follows the closing mark.',
  },
  letterBeforeOpening: {
    text: 'Not shown in italics: a letter precedes the opening {mark}, and punctuation follows it',
    note: '{mark}: * or _.',
  },
} as const;

export const emphasisNotRendered = defineTextRule({
  meta: {
    id: 'emphasis-not-rendered',
    category: 'text',
    description: 'Every pair of * or _ makes text italic, and readers see no marks',
    recommended: 'warning',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  written({ source, inlines, report }) {
    for (const pair of literalItalics({ source, inlines })) report(findingFor(source, pair));
  },
});

function findingFor(source: string, pair: LiteralPair): Finding<typeof messages> {
  const { open, close } = pair;
  const about = { span: { start: open.start, end: close.end }, fixes: fixesForPair(source, pair, ITALICS) };
  const mark = source.slice(open.start, open.end);
  const last = source[close.start - 1] ?? '';
  if (/\s/.test(last)) return { messageId: 'spaceBeforeClosing', data: { mark }, ...about };
  return /[\p{P}\p{S}]/u.test(source[open.end] ?? '')
    ? { messageId: 'letterBeforeOpening', data: { mark }, ...about }
    : { messageId: 'punctuationBeforeClosing', data: { character: last, mark }, ...about };
}
