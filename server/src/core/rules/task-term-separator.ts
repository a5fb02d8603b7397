import { defineMessages } from '../../messages/index.js';
import { taskCell } from '../dialect/task-rows.js';
import { termsOf, type TermUse } from '../dialect/task-terms.js';
import { defineRule } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { normalized } from '../text/spelling.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('task-term-separator', {
  deleteRepeated: {
    text: 'Delete the repeated "{text}"',
    note: 'Title of a fix. {text}: a role or service.',
  },
});

export const taskTermSeparator = defineRule({
  meta: {
    id: 'task-term-separator',
    category: 'task-table',
    description: 'A cell of a task row names each role or service once, with separators only between them',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      stray: {
        text: 'No role or service is on one side of the separator "{separator}"',
        note: '{separator}: a slash or comma at the start or end of a cell.',
      },
      repeated: { text: '"{text}" is in this cell twice', note: '{text}: a role or service.' },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  row({ row, schema, page, report }) {
    for (const column of ['role', 'services'] as const) {
      const cell = taskCell(row, schema, column, page);
      const uses = termsOf(row, schema, column, page);
      const [first, last] = [uses[0], uses[uses.length - 1]];
      if (cell === undefined || first === undefined || last === undefined) continue;
      const ends = [
        { start: cell.span.start, end: first.span.start },
        { start: last.span.end, end: cell.span.end },
      ];
      for (const span of ends) {
        const separator = row.source.slice(span.start, span.end).trim();
        if (!SEPARATORS.test(separator)) continue;
        const fix = suggestion(titles.delete({ text: separator }), { span, newText: '' });
        report({ messageId: 'stray', data: { separator }, span, fixes: [preferred(fix)] });
      }
      for (const { text, span, withSeparator } of repeated(uses)) {
        const gap = row.source.slice(withSeparator.start, span.start).trim();
        const fix = suggestion(texts.deleteRepeated({ text }), { span: withSeparator, newText: '' });
        report({ messageId: 'repeated', data: { text }, span, fixes: SEPARATORS.test(gap) ? [preferred(fix)] : [] });
      }
    }
  },
});

/** One or more separators of terms, and nothing else. */
const SEPARATORS = /^[/,;、，；]+(?:\s*[/,;、，；]+)*$/;

/** The terms with the same text as a previous one, each with the separator in front of it. */
function repeated(uses: readonly TermUse[]): (TermUse & { readonly withSeparator: Span })[] {
  const seen = new Set<string>();
  return uses.flatMap((use, index) => {
    const previous = uses[index - 1];
    const key = normalized(use.text);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew || previous === undefined
      ? []
      : [{ ...use, withSeparator: { start: previous.span.end, end: use.span.end } }];
  });
}
