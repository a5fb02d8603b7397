import { defineMessages } from '../../messages/index.js';
import { pendingMarksIn } from '../dialect/pending-marks.js';
import { cutShort } from '../dialect/task-rows.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { suggestion } from '../lint/support/fixes.js';
import { inlinesOf } from '../parse/row-inlines.js';
import type { Inlines } from '../model/inlines.js';
import type { Row } from '../model/tables.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('translation-pending', {
  done: { text: 'Mark as translated', note: 'Title of a fix: deletes the comment after a text.' },
});

export const translationPending = defineRule({
  meta: {
    id: 'translation-pending',
    category: 'translation',
    description: 'No text is marked as text to translate',
    recommended: 'hint',
    fixable: 'suggestion',
    messages: {
      pending: { text: '"{text}" is marked as not translated yet', note: '{text}: a text in another language.' },
      empty: 'This place is marked as not translated yet',
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  row({ row, report }) {
    for (const mark of pendingMarksIn(row.source)) {
      if (codeOf(inlinesOf(row), row.source).some((code) => isIn(mark, code))) continue;
      const text = cutShort(textOfCell(row, mark));
      const found = { span: mark, fixes: [remove(mark, row.source)] };
      if (text === '') report({ messageId: 'empty', ...found });
      else report({ messageId: 'pending', data: { text }, ...found });
    }
  },

  text({ block: { source, inlines }, report }) {
    for (const mark of pendingMarksIn(source, codeOf(inlines, source))) {
      const text = cutShort(textBefore(mark, source));
      const found = { span: mark, fixes: [remove(mark, source)] };
      if (text === '') report({ messageId: 'empty', ...found });
      else report({ messageId: 'pending', data: { text }, ...found });
    }
  },
});

/** Code, without the HTML that the parser doesn't distinguish from it. */
function codeOf({ opaque }: Inlines, source: string): Span[] {
  return opaque.filter(({ start }) => source[start] !== '<');
}

function isIn(mark: Span, { start, end }: Span): boolean {
  return start <= mark.start && mark.start < end;
}

function textOfCell({ cells }: Row, mark: Span): string {
  return (cells.find(({ outer }) => isIn(mark, outer)) ?? cells.at(-1))?.text ?? '';
}

/** The line before the mark, without its list marker; for a mark on its own line, the line above. */
function textBefore({ start }: Span, source: string): string {
  const lines = source.slice(0, start).split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  const line = last.trim() === '' ? lines.filter((one) => one.trim() !== '').at(-1) : last;
  return (line ?? '')
    .replace(/<!--.*?-->/g, '')
    .replace(/^[ \t>]*(?:[-*+]|#{1,6}|\d{1,9}[.)])?[ \t]+/, '')
    .trim();
}

/** Deletes the mark with the spaces before it; a mark on its own line with its line. */
function remove(mark: Span, source: string): Fix {
  const before = /[ \t]*$/.exec(source.slice(0, mark.start))?.[0].length ?? 0;
  const isOnlyPart = source[mark.start - before - 1] === '|' && /^[ \t]*\|/.test(source.slice(mark.end));
  // A cell without anything in it still needs a space.
  const start = isOnlyPart && before > 0 ? mark.start - before + 1 : mark.start - before;
  const isAlone = start === 0 || /[\r\n]/.test(source[start - 1] ?? '');
  const lineEnd = isAlone ? (/^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(mark.end))?.[0].length ?? 0) : 0;
  return suggestion(texts.done, { span: { start, end: mark.end + lineEnd }, newText: '' });
}
