import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import { looksLikeTarget } from '../dialect/links.js';
import { defineTextRule, type WrittenText } from '../lint/support/text-rule.js';
import type { Span } from '../text/span.js';

export const linkSyntax = defineTextRule({
  meta: {
    id: 'link-syntax',
    category: 'link',
    description: 'A link is written as `[text](target)`, so that readers see a link and not its brackets',
    recommended: 'error',
    fixable: 'suggestion',
    messages: {
      broken: 'Not shown as a link: {reason}',
    },
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    if (!source.includes(']')) return;
    for (const { reason, span, fixed, written } of mistakesIn({ source, inlines })) {
      report({ messageId: 'broken', data: { reason }, span, fixes: [fixOf(written, fixed, span)] });
    }
    for (const { kind, target } of inlines.links) {
      // `[text]((target))` is a link, but its target includes the inner parentheses.
      const inner = kind === 'link' ? /^\(([^()]+)\)$/.exec(target.value)?.[1] : undefined;
      if (inner !== undefined)
        report({
          messageId: 'broken',
          data: { reason: 'the parentheses are doubled' },
          span: target.span,
          fixes: [fixOf(`(${inner})`, inner, target.span)],
        });
    }
  },
});

interface Mistake {
  readonly reason: string;
  readonly span: Span;
  readonly written: string;
  readonly fixed: string;
}

interface MistakePattern {
  /** Starts at the `]` that ends the text of the link; the first group is the target. */
  readonly pattern: RegExp;
  readonly reason: string;
  fix(target: string, match: RegExpExecArray): string;
}

const asLink = (target: string): string => `](${target})`;

/** Common mistakes in `](target)`, the most specific pattern first. */
const PATTERNS: readonly MistakePattern[] = [
  { pattern: /\]\(\(([^()\s]+)\)+/y, reason: 'the opening parenthesis is doubled', fix: asLink },
  { pattern: /\]{2,3}\(([^()\s]+)\)/y, reason: 'the closing bracket is doubled', fix: asLink },
  { pattern: /\]\s+\(([^()\s]+)\)/y, reason: 'there is a space between the text and the target', fix: asLink },
  {
    pattern: /\]\s*(?=（|\([^（）()]*）)[（(]\s*([^（）()\s]+)\s*[）)]/y,
    reason: 'the parentheses are full-width',
    fix: asLink,
  },
  { pattern: /\]\(([^()[\]\s]+)[\]}]/y, reason: 'the target is closed with the wrong bracket', fix: asLink },
  { pattern: /\]\[((?:https?:\/\/|\.{0,2}\/)[^\s[\]]+)\]/y, reason: 'the target is in brackets', fix: asLink },
  {
    pattern: /\]\(([^()\s]+)\s+[「『“”„«]([^()]*?)[」』“”»]\)/y,
    reason: 'the title needs straight quotation marks',
    fix: (target, match) => `](${target} "${match[2] ?? ''}")`,
  },
  {
    pattern: /\](https?:\/\/[^\s()[\]<>|，。、；：）]*[^\s()[\]<>|，。、；：）.,;:!?])/y,
    reason: "the target isn't in parentheses",
    fix: asLink,
  },
  {
    pattern: /\]\(([^()\s"'<>]+)[ \t]+([^()\s"'<>./][^()"'<>./]*)\)/y,
    reason: 'the title needs quotation marks',
    fix: (target, match) => `](${target} "${match[2] ?? ''}")`,
  },
  {
    pattern: /\]\(([^()\s"'<>]+(?:[ \t]+[^()\s"'<>]+)+)\)/y,
    reason: 'there are spaces in the target',
    fix: (target) => asLink(target.replace(/\s+/g, '%20')),
  },
  { pattern: /\]\(([^()\s]*[^()\s.,;:!?])(?![^()]*\))/y, reason: 'the closing parenthesis is missing', fix: asLink },
];

/** Everything in the plain text that was meant to be a link. */
function* mistakesIn({ source, inlines }: WrittenText): Generator<Mistake> {
  for (const text of inlines.texts) {
    const literal = source.slice(text.start, text.end);
    for (let at = literal.indexOf(']'); at !== -1; at = literal.indexOf(']', at + 1)) {
      const mistake = isEscaped(literal, at) ? undefined : mistakeAt(literal, at, text.start);
      if (mistake === undefined || !opensBefore(source, text.start + at)) continue;
      yield mistake;
      at += mistake.written.length - 1;
    }
  }
}

function mistakeAt(literal: string, at: number, offset: number): Mistake | undefined {
  for (const { pattern, reason, fix } of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(literal);
    const target = match?.[1];
    if (match === null || target === undefined || !looksLikeTarget(target)) continue;
    return {
      reason,
      span: { start: offset + at, end: offset + at + match[0].length },
      written: match[0],
      fixed: fix(target, match),
    };
  }
  return undefined;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** Whether the same paragraph has a `[` with text after it before `at`. */
function opensBefore(source: string, at: number): boolean {
  const bracket = source.lastIndexOf('[', at - 1);
  if (bracket === -1 || isEscaped(source, bracket)) return false;
  const text = source.slice(bracket + 1, at);
  // A checkbox, an alert, or nothing: what follows isn't meant as a target.
  return !/^(?:[\sxX]?|!\w+)$/.test(text) && !/\n[ \t]*\r?\n/.test(text);
}

function fixOf(written: string, newText: string, span: Span): Fix {
  return {
    title: `Replace "${oneLine(written)}" with "${oneLine(newText)}"`,
    edits: [{ span, newText }],
    applicability: 'suggestion',
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
