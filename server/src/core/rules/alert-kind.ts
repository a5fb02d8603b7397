import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import type { Located, Span } from '../text/span.js';
import { nearest } from '../text/spelling.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export const alertKind = defineRule({
  meta: {
    id: 'alert-kind',
    category: 'text',
    description:
      'An alert has a type that the site supports: NOTE, TIP, IMPORTANT, WARNING, or CAUTION, in English and in any case',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      unknown: {
        text: 'Unknown alert type "[!{text}]": the site shows it as plain text',
        note: '{text}: the type of an alert, which is NOTE, TIP, IMPORTANT, WARNING or CAUTION.',
      },
      meant: {
        text: 'Unknown alert type "[!{text}]": the site shows it as plain text. Did you mean "[!{meant}]"?',
        note: '{text}: the type of an alert, which is NOTE, TIP, IMPORTANT, WARNING or CAUTION.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const { kind } of block.alerts) {
      const text = kind.value.trim();
      if (page.vocabulary.alertKinds.includes(text.toUpperCase()) || OTHER_EXTENSION.test(text)) continue;
      const meant = likelyKind(text, page.vocabulary);
      const span = around(kind);
      if (meant === undefined)
        report({
          messageId: 'unknown',
          data: { text },
          span,
          fixes: page.vocabulary.alertKinds.map((name) => replacement(kind, name)),
        });
      else report({ messageId: 'meant', data: { text, meant }, span, fixes: [preferred(replacement(kind, meant))] });
    }
  },
});

/** Other docfx extensions that use `[!…]` in a quote. */
const OTHER_EXTENSION = /^(?:div|video|code|tabs?|snippet|include)\b/i;

function likelyKind(text: string, { alertKinds, translatedAlertKinds }: Vocabulary): string | undefined {
  const upper = text.normalize('NFC').toUpperCase();
  return translatedAlertKinds.get(upper) ?? nearest(upper, alertKinds, 1)[0];
}

/** The span of the type, including `[!` and `]`. */
function around({ span }: Located<string>): Span {
  return { start: span.start - 2, end: span.end + 1 };
}

function replacement({ span }: Located<string>, name: string): Fix {
  return suggestion(titles.replace({ text: `[!${name}]` }), { span, newText: name });
}
