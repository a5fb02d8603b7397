import { defineMessages } from '../../messages/index.js';
import { indentedHeadingsIn } from '../dialect/indented-headings.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('heading-indented', {
  toMargin: { text: 'Move the heading to the margin', note: 'Title of a fix: removes the white space before it.' },
});

export const headingIndented = defineRule({
  meta: {
    id: 'heading-indented',
    category: 'structure',
    description: 'A heading starts at the margin',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      item: {
        text: 'The heading "{text}" is indented, so it is part of the list item above it and starts no section',
        note: '{text}: the heading.',
      },
      code: 'The heading "{text}" is indented, so it is shown as code',
      text: 'The heading "{text}" is indented, so it is shown as text of the paragraph above it',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, page, report }) {
    for (const { kind, text, span } of indentedHeadingsIn(block, page.vocabulary)) {
      const about = { span, fixes: toMargin(block.source, span) };
      report({ messageId: kind, data: { text }, ...about });
    }
  },
});

/** Only if the lines below don't become code without the list item. */
function toMargin(source: string, { start, end }: Span): Fix[] {
  const lineStart = startOfLine(source, start);
  const isAfterMarker = !PREFIX.test(source.slice(lineStart, start));
  if (isAfterMarker || INDENTED_BELOW.test(source.slice(end))) return [];
  return [preferred(suggestion(texts.toMargin, { span: { start: lineStart, end: start }, newText: '' }))];
}

/** White space, or the marker of the item. */
const PREFIX = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;
const INDENTED_BELOW = /^\s*[\r\n](?: {4}| {0,3}\t)[ \t]*[^\s#]/;
