import { defineMessages, type Message } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule } from '../lint/rule.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { TextBlock } from '../model/blocks.js';
import { linesOf } from '../parse/lines.js';
import type { Span } from '../text/span.js';

const texts = defineMessages('lead-in-hard-break', {
  addSpaces: {
    text: 'Add two spaces at the end of the line above',
    note: 'Title of a fix: they are a line break in Markdown.',
  },
  add: {
    text: 'Add "{lineBreak}" at the end of the line above',
    note: 'Title of a fix. {lineBreak}: <br> or a backslash, a line break in Markdown.',
  },
});

export const leadInHardBreak = defineRule({
  meta: {
    id: 'lead-in-hard-break',
    category: 'text',
    description: 'The line above a bold lead-in ends with two spaces, a backslash, or `<br>`',
    recommended: 'info',
    fixable: 'suggestion',
    messages: {
      missing: {
        text: 'No line break above "{next}": it is shown on the same line as "{first}"',
        note: '{first}, {next}: the bold words at the start of two lines, such as "Role" and "Action".',
      },
    },
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, report }) {
    if (!hasSeveralLeadIns(block.source)) return;
    const lineBreak = lineBreakIn(block.source);
    for (const { first, next, lineEnd } of missingBreaks(block)) {
      const fix = suggestion(lineBreak.title, { span: lineEnd, newText: lineBreak.text });
      report({
        messageId: 'missing',
        data: { first: first.words, next: next.words },
        span: next.span,
        fixes: [preferred(fix)],
      });
    }
  },
});

/** `**Role:** FM`, `**Role**: FM`, at the start of a line or a quote. */
const LEAD_IN = /^([ \t>]*)(\*\*([^*\r\n]{1,60}?)[ \t]*(?:[:：]\*\*|\*\*[ \t]?[:：]))/;
const ALL_LEAD_INS = new RegExp(LEAD_IN, 'gm');

/** A cheap test: only the second lead-in of a block can be on the line of another one. */
function hasSeveralLeadIns(source: string): boolean {
  if (!source.includes('**')) return false;
  const leadIns = source.matchAll(ALL_LEAD_INS);
  return leadIns.next().done !== true && leadIns.next().done !== true;
}

interface LeadIn {
  readonly words: string;
  readonly span: Span;
}

interface MissingBreak {
  readonly first: LeadIn;
  readonly next: LeadIn;
  /** The white space at the end of the line above. */
  readonly lineEnd: Span;
}

/** Only in a paragraph that starts with a lead-in: elsewhere, a bold word with a colon may happen to start a line. */
function missingBreaks({ source, labels, inlines }: TextBlock): MissingBreak[] {
  const found: MissingBreak[] = [];
  const labelLines = new Set(labels.map(({ line }) => line.start));
  let first: LeadIn | undefined;
  let above: Span | undefined;
  for (const line of linesOf(source)) {
    const text = source.slice(line.start, line.end);
    const isCode = inlines.opaque.some(({ start, end }) => start <= line.start && line.start < end);
    if (isCode || NO_TEXT.test(text)) {
      above = undefined;
      continue;
    }
    const leadIn = leadInAt(line.start, text);
    if (above === undefined) first = leadIn;
    else if (first !== undefined && leadIn !== undefined) {
      const isKnown = labelLines.has(above.start) && labelLines.has(line.start);
      const lineEnd = unbrokenEnd(source, above);
      if (!isKnown && lineEnd !== undefined) found.push({ first, next: leadIn, lineEnd });
      first = leadIn;
    }
    above = line;
  }
  return found;
}

/** A blank line, a heading, a list item, a table row, or the start of an alert. */
const NO_TEXT = /^[ \t>]*(?:$|#{1,6}(?:[ \t]|$)|(?:[-*+]|\d{1,9}[.)])[ \t]|\||\[!)/;

function leadInAt(lineStart: number, text: string): LeadIn | undefined {
  const [, indent = '', leadIn = '', words = ''] = LEAD_IN.exec(text) ?? [];
  const start = lineStart + indent.length;
  return leadIn === '' ? undefined : { words, span: { start, end: start + leadIn.length } };
}

/** Where the line ends, with its trailing space; `undefined` if a line break is there. */
function unbrokenEnd(source: string, { start, end }: Span): Span | undefined {
  const line = source.slice(start, end);
  if (/(?: {2}|\\|<br[ \t]*\/?>[ \t]*)$/i.test(line)) return undefined;
  return { start: start + line.trimEnd().length, end };
}

/** The way in which other lines of the block are broken. */
function lineBreakIn(source: string): { title: Message; text: string } {
  const other = /(?:\\|<br[ \t]*\/?>)(?=[ \t]*[\r\n])/i.exec(source)?.[0];
  return other === undefined
    ? { title: texts.addSpaces, text: '  ' }
    : { title: texts.add({ lineBreak: other }), text: other };
}
