import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { suggestion, titles } from '../lint/support/fixes.js';
import { unmatchedParenthesis } from '../dialect/label-lines.js';

export const labelUnbalanced = defineRule({
  meta: {
    id: 'label-unbalanced',
    category: 'label',
    description: 'Parentheses in the value of a label line are balanced',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      open: { text: '"{character}" is never closed', note: '{character}: an opening parenthesis.' },
      close: { text: '"{character}" was never opened', note: '{character}: a closing parenthesis.' },
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  text({ block: { labels }, report }) {
    for (const { value } of labels) {
      // A parenthesis may be closed on the next line of a wrapped value. The rule bold-not-rendered checks bold markers.
      const lone = value.wrapped ? undefined : unmatchedParenthesis(value.text);
      if (lone === undefined) continue;
      const { character } = lone;
      const span = { start: value.span.start + lone.at, end: value.span.start + lone.at + 1 };
      const closing = CLOSING[character];
      const deletion = suggestion(titles.delete({ text: character }), { span, newText: '' });
      if (closing === undefined) report({ messageId: 'close', data: { character }, span, fixes: [deletion] });
      else {
        const end = { start: value.span.end, end: value.span.end };
        report({
          messageId: 'open',
          data: { character },
          span,
          fixes: [suggestion(titles.insert({ text: closing }), { span: end, newText: closing }), deletion],
        });
      }
    }
  },
});

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '（': '）' };
