import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Fix } from '../lint/rule.js';
import { suggestion } from '../lint/support/fixes.js';
import { removeLines, startOfLine } from '../lint/support/whole-lines.js';
import { isSentence } from '../dialect/sentences.js';
import { isBlank, lineEnd, linesOf } from '../parse/lines.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('code-block-not-closed', {
  close: { text: 'Close the code block after its first paragraph', note: 'Title of a fix: inserts a line ```.' },
  deleteFence: { text: 'Delete "{fence}"', note: 'Title of a fix. {fence}: a line such as ```, which starts code.' },
});

export const codeBlockNotClosed = defineRule({
  meta: {
    id: 'code-block-not-closed',
    category: 'text',
    description: 'Every code block has a closing line',
    recommended: 'warning',
    fixable: 'suggestion',
    messages: {
      open: {
        text: '"{fence}" is never closed: the text below it is shown as code',
        note: '{fence}: a line such as ```, which starts a code block.',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block: { source, inlines }, page, report }) {
    for (const code of inlines.opaque) {
      const fence = openFence(source, code);
      if (fence === undefined) continue;
      const span = { start: code.start, end: code.start + fence.line.length };
      report({
        messageId: 'open',
        data: { fence: fence.line },
        span,
        fixes: fixesFor(source, code, fence, page.lineEnd),
      });
    }
  },
});

interface Fence {
  /** The whole line: the marks and the language. */
  readonly line: string;
  readonly marks: string;
}

/** The line that opens `code`, if no line closes it; `undefined` if it's closed, or not in a fence. */
function openFence(source: string, code: Span): Fence | undefined {
  const line = source.slice(code.start, lineEnd(source, code.start)).trimEnd();
  const [, marks] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
  if (marks === undefined) return undefined;
  const closing = new RegExp(`(?:^|[\\r\\n])[ \\t>]*${marks[0] === '`' ? '`' : '~'}{${String(marks.length)},}\\s*$`);
  return closing.test(source.slice(code.start + line.length, code.end)) ? undefined : { line, marks };
}

/** Deletes the line above a sentence; closes the block below anything else. */
function fixesFor(source: string, code: Span, { line, marks }: Fence, lineBreak: string): Fix[] {
  const start = lineEnd(source, code.start);
  const paragraph = firstParagraph(source.slice(start, code.end));
  const prefix = source.slice(startOfLine(source, code.start), code.start);
  const opened = { start: code.start, end: start };
  const deletion = suggestion(
    texts.deleteFence({ fence: line }),
    isBlank(prefix) ? removeLines(source, opened) : { span: opened, newText: '' },
  );
  if (paragraph === undefined) return [deletion];
  const end = start + paragraph.end;
  const newText = `${lineBreak}${prefix.replace(/[^\s>]/g, ' ')}${marks}`;
  const closure = suggestion(texts.close, { span: { start: end, end }, newText });
  const isText = line === marks && isSentence(source.slice(start + paragraph.start, end));
  return isText ? [deletion, closure] : [closure, deletion];
}

/** The lines up to the first blank line or heading. */
function firstParagraph(text: string): Span | undefined {
  const lines = linesOf(text);
  const isText = ({ start, end }: Span): boolean => !isBlank(text.slice(start, end));
  const first = lines.findIndex(isText);
  if (first === -1) return undefined;
  const after = lines.findIndex(
    (line, at) => at > first && (!isText(line) || /^#{1,6} /.test(text.slice(line.start, line.end))),
  );
  const last = lines[(after === -1 ? lines.length : after) - 1];
  return { start: lines[first]?.start ?? 0, end: last?.end ?? text.length };
}
