import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { preferred, replaceWith, suggestion, titles } from '../lint/support/fixes.js';
import type { TextBlock } from '../model/blocks.js';
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
      damaged: {
        text: '"{text}" isn\'t an alert: the site shows it as plain text. Did you mean "{meant}"?',
        note: '{text}: an alert that has lost a character, such as [!NOTE. {meant}: the complete one.',
      },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block, page, report }) {
    for (const { value: text, span, meant } of damagedAlerts(block, page.vocabulary)) {
      const fixes = [preferred(replaceWith(span, meant))];
      report({ messageId: 'damaged', data: { text, meant }, span, fixes });
    }
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

interface DamagedAlert extends Located<string> {
  readonly meant: string;
}

/** A word alone on a line of a quote, with a part of `[!` and `]`. */
const DAMAGED = /^([ \t]*>[ \t]*)((\[!?|!\[?)(\p{L}+)!?\]?)[ \t]*$/gmu;

/** The alerts that have lost a bracket or the exclamation mark. */
function damagedAlerts({ source, inlines }: TextBlock, vocabulary: Vocabulary): DamagedAlert[] {
  if (!source.includes('>')) return [];
  return [...source.matchAll(DAMAGED)].flatMap((match) => {
    const [, quote = '', value = '', opening = '', word = ''] = match;
    const kind = word.toUpperCase();
    // A word in brackets without `!` may be a heading or a remark, unless it's one of the types.
    const name = vocabulary.alertKinds.includes(kind)
      ? kind
      : opening === '[!'
        ? vocabulary.translatedAlertKinds.get(kind)
        : undefined;
    const start = match.index + quote.length;
    const span = { start, end: start + value.length };
    const isComplete = /^\[!\p{L}+\]$/u.test(value);
    const isRead = [...inlines.opaque, ...inlines.links.map((link) => link.span)].some(
      (read) => read.start < span.end && span.start < read.end,
    );
    const meant = `[!${name ?? ''}]`;
    return name === undefined || isRead || isComplete ? [] : [{ value, span, meant }];
  });
}

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
