import { defineMessages } from '../../messages/index.js';
import type { ReadingContext } from '../dialect/reading-context.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { NO_OPTIONS } from '../lint/options.js';
import { delimiterRow } from '../dialect/delimiters.js';
import { suggestion } from '../lint/support/fixes.js';
import { lineEndOf } from '../text/line-ends.js';
import { taskHeader, usualColumns } from '../dialect/task-columns.js';
import { shift, type Placed, type Span } from '../text/span.js';
import type { Heading } from '../model/headings.js';
import type { Playbook, Section } from '../model/playbook.js';

const texts = defineMessages('task-heading-without-table', {
  insertTable: 'Insert an empty task table',
  deleteHeading: 'Delete the heading "{heading}"',
});

export const taskHeadingWithoutTable = defineRule({
  meta: {
    id: 'task-heading-without-table',
    category: 'task-table',
    description: 'There is a task table below the heading "FTOP Tasks"',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      noTable: 'No task table below the heading "{heading}"',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  playbook({ playbook, page, report }) {
    for (const section of playbook.sections) {
      const { heading, span } = section;
      if (heading.value.matches[0]?.id !== 'ftop-tasks' || containsTable(playbook, span)) continue;
      const fixes = [insertTable(heading, playbook, page), ...deleteHeading(section, playbook)];
      report({
        messageId: 'noTable',
        data: { heading: heading.value.text },
        span: shift(heading.value.content, heading.start),
        fixes,
      });
    }
  },
});

/** Whether the section has a table, directly or through an include. */
function containsTable({ tables, text }: Playbook, { start, end }: Span): boolean {
  return (
    tables.some((table) => table.start >= start && table.start < end) ||
    text.slice(start, end).toUpperCase().includes('[!INCLUDE')
  );
}

/** Inserts a table without rows directly below the heading. Text that follows keeps a blank line above it. */
function insertTable({ start, value }: Placed<Heading>, playbook: Playbook, page: ReadingContext): Fix {
  const { text } = playbook;
  const eol = lineEndOf(text);
  const columns = usualColumns(playbook);
  const at = start + value.span.end;
  const isTextNext = /^[ \t]*(?:\r\n|\r|\n)[ \t]*[^\s]/.test(text.slice(at, at + LOOK_AHEAD));
  const newText = `${eol}${eol}${taskHeader(columns, page)}${eol}${delimiterRow(columns.length)}${isTextNext ? eol : ''}`;
  return suggestion(texts.insertTable, { span: { start: at, end: at }, newText });
}

const LOOK_AHEAD = 80;

/** Only for a heading with nothing below it. */
function deleteHeading({ heading: { start, value }, span }: Section, { text }: Playbook): Fix[] {
  const own = shift(value.span, start);
  return text.slice(own.end, span.end).trim() === ''
    ? [
        suggestion(texts.deleteHeading({ heading: value.text }), {
          span: { start: own.start, end: span.end },
          newText: '',
        }),
      ]
    : [];
}
