import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import type { Fix } from '../lint/rule.js';
import { looksLikeTarget } from '../dialect/links.js';
import { preferred, suggestion, titles } from '../lint/support/fixes.js';
import { defineTextRule, type WrittenText } from '../lint/support/text-rule.js';
import { startOfLine } from '../lint/support/whole-lines.js';
import { isPageOrFile, spelling, type LinkSource } from '../lint/support/workspace-links.js';
import type { Block } from '../model/blocks.js';
import { inlinesOf } from '../parse/row-inlines.js';
import { memoized } from '../text/memo.js';
import { shift, touches, type Span } from '../text/span.js';

const texts = defineMessages('link-syntax', {
  replace: { text: 'Replace "{written}" with "{fixed}"', note: 'Title of a fix. {written}, {fixed}: part of a link.' },
});

const messages = {
  doubledParenthesis: 'Not shown as a link: the opening parenthesis is doubled',
  doubledBracket: 'Not shown as a link: the closing bracket is doubled',
  spaceBetween: 'Not shown as a link: there is a space between the text and the target',
  fullWidthParentheses: 'Not shown as a link: the parentheses are full-width',
  wrongBracket: 'Not shown as a link: the target is closed with the wrong bracket',
  targetInBrackets: 'Not shown as a link: the target is in brackets',
  curlyQuotes: {
    text: 'Not shown as a link: the title needs straight quotation marks',
    note: 'The title of a link is shown as a tooltip: [text](target "title").',
  },
  noParentheses: "Not shown as a link: the target isn't in parentheses",
  fullWidthBrackets: 'Not shown as a link: the brackets are full-width',
  quotesInTitle: {
    text: 'Not shown as a link: the title contains the quotation marks that are around it',
    note: 'The title of a link is shown as a tooltip: [text](target "title").',
  },
  quoteMissing: {
    text: 'Not shown as a link: the title has only one quotation mark',
    note: 'The title of a link is shown as a tooltip: [text](target "title").',
  },
  noOpeningParenthesis: 'Not shown as a link: the opening parenthesis is missing',
  noClosingBracket: 'Not shown as a link: the closing bracket is missing',
  titleWithoutQuotes: {
    text: 'Not shown as a link: the title needs quotation marks',
    note: 'The title of a link is shown as a tooltip: [text](target "title").',
  },
  spacesInTarget: 'Not shown as a link: there are spaces in the target',
  noClosingParenthesis: 'Not shown as a link: the closing parenthesis is missing',
  doubledParentheses: 'Not shown as a link: the parentheses are doubled',
} as const;

export const linkSyntax = defineTextRule({
  meta: {
    id: 'link-syntax',
    category: 'link',
    description: 'A link is written as `[text](target)`, so that readers see a link and not its brackets',
    recommended: 'error',
    fixable: 'suggestion',
    messages,
    options: NO_OPTIONS,
    since: '0.1.0',
  },

  written({ source, inlines, report }) {
    const fullWidth = fullWidthLinks({ source, inlines });
    for (const { span, written, fixed } of fullWidth)
      report({ messageId: 'fullWidthBrackets', span, fixes: [fixOf(written, fixed, span)] });
    if (!source.includes('[')) return;
    for (const { at, span } of unclosedTexts({ source, inlines })) {
      if (fullWidth.some((other) => touches(other.span, span))) continue;
      const fix = suggestion(titles.insert({ text: ']' }), { span: { start: at, end: at }, newText: ']' });
      report({ messageId: 'noClosingBracket', span, fixes: [preferred(fix)] });
    }
    for (const { messageId, span, fixed, written } of mistakesIn({ source, inlines })) {
      report({ messageId, span, fixes: [fixOf(written, fixed, span)] });
    }
    for (const { kind, target } of inlines.links) {
      // `[text]((target))` is a link, but its target includes the inner parentheses.
      const inner = kind === 'link' ? /^\(([^()]+)\)$/.exec(target.value)?.[1] : undefined;
      if (inner !== undefined)
        report({
          messageId: 'doubledParentheses',
          span: target.span,
          fixes: [fixOf(`(${inner})`, inner, target.span)],
        });
    }
  },

  /** The same problem, with the file that was meant as the first fix: spaces in a name are often lost hyphens. */
  workspace({ playbook, summary, index, report }) {
    for (const { start, value: block } of playbook.blocks) {
      for (const { messageId, target, span, written, fixed } of spacedTargetsIn(block)) {
        const place = shift(span, start);
        const meant = filesMeantBy(target, { page: summary.path, index, isYaml: false });
        if (meant.length === 0) continue;
        const fixes = [...meant.map((file) => fixOf(written, asLink(file), place)), fixOf(written, fixed, place)];
        report({ messageId, span: place, fixes });
      }
    }
  },
});

const spacedTargetsIn = memoized((block: Block): Mistake[] => {
  if (!SPACED.test(block.source)) return [];
  const texts =
    block.kind === 'text'
      ? [{ start: 0, source: block.source, inlines: block.inlines }]
      : block.table.rows.map((row, index) => ({
          start: block.table.rowStarts[index] ?? 0,
          source: row.source,
          inlines: inlinesOf(row),
        }));
  return texts.flatMap(({ start, source, inlines }) =>
    [...mistakesIn({ source, inlines })]
      .filter(({ messageId }) => messageId === 'spacesInTarget')
      .map((mistake) => ({ ...mistake, span: shift(mistake.span, start) })),
  );
});

/** May be a target with a space. */
const SPACED = /\]\([^()\s"'<>]+[ \t]/;

/** The targets without spaces that may have been meant, if there is no file with the spaces in its name. */
function filesMeantBy(target: string, source: LinkSource): string[] {
  const written = target.replace(/\s+/g, '%20');
  const lookup = source.index.follow(source.page, written);
  if (lookup.kind !== 'missing') return [];
  const { path, length } = lookup.target;
  const { page, index } = source;
  const files = index
    .filesMeantBy(path, page)
    .filter((file) => isPageOrFile(file, index) && index.isSameEdition(file, page));
  return files.flatMap((file) => {
    const name = spelling(written.slice(0, length), file, source);
    return name === undefined ? [] : [name + written.slice(length)];
  });
}

interface Mistake {
  readonly messageId: keyof typeof messages;
  readonly target: string;
  readonly span: Span;
  readonly written: string;
  readonly fixed: string;
}

interface MistakePattern {
  /** Starts at the `]` that ends the text of the link; the first group is the target. */
  readonly pattern: RegExp;
  readonly messageId: keyof typeof messages;
  fix(target: string, match: RegExpExecArray): string;
  /** Whether the pattern applies after the text `before`, which is on the same line. */
  after?(before: string): boolean;
}

const asLink = (target: string): string => `](${target})`;

/** Quotation marks of word processors and input methods around a title; German ones end like English ones start. */
const OPENING = '「『“”„«‹‘’‚＂';
const CLOSING = '」』“”»›‘’＂';
/** The title of a link, up to the first mark that can end it; it never contains the next link. */
const TITLE = String.raw`(?:(?!\]\()[^\r\n])*?`;

/** Common mistakes in `](target)`, the most specific pattern first. */
const PATTERNS: readonly MistakePattern[] = [
  { pattern: /\]\(\(([^()\s]+)\)+/y, messageId: 'doubledParenthesis', fix: asLink },
  { pattern: /\]{2,3}\(([^()\s]+)\)/y, messageId: 'doubledBracket', fix: asLink },
  { pattern: /\]\s+\(([^()\s]+)\)/y, messageId: 'spaceBetween', fix: asLink },
  {
    pattern: /\]\s*(?=（|\([^（）()]*）)[（(]\s*([^（）()\s]+)\s*[）)]/y,
    messageId: 'fullWidthParentheses',
    fix: asLink,
  },
  { pattern: /\]\(([^()[\]\s［］｛｝【】]+)[\]}］｝】]/y, messageId: 'wrongBracket', fix: asLink },
  { pattern: /\]\[((?:https?:\/\/|\.{0,2}\/)[^\s[\]]+)\]/y, messageId: 'targetInBrackets', fix: asLink },
  {
    pattern: new RegExp(
      String.raw`\]\(([^()\s]+)\s+(?:[${OPENING}](${TITLE})["'${CLOSING}]|["'](${TITLE})[${CLOSING}])\)`,
      'y',
    ),
    messageId: 'curlyQuotes',
    fix: (target, [, , first, second]) => `](${target} ${quoted(first ?? second ?? '')})`,
  },
  {
    pattern: /\]([^\s()[\]<>|，。、；：（）]+)\)/y,
    messageId: 'noOpeningParenthesis',
    fix: asLink,
    after: hasNoOpenParenthesis,
  },
  {
    pattern: /\](https?:\/\/[^\s()[\]<>|，。、；：）]*[^\s()[\]<>|，。、；：）.,;:!?])/y,
    messageId: 'noParentheses',
    fix: asLink,
  },
  {
    pattern: new RegExp(String.raw`\]\(([^()\s"'<>]+)\s+(["'])(${TITLE})\2\)`, 'y'),
    messageId: 'quotesInTitle',
    fix: (target, [, , , title = '']) => `](${target} ${quoted(title)})`,
  },
  {
    pattern: /\]\(([^()\s"'<>]+)\s+(?:"([^()"\r\n]+)|([^()"'\s][^()"'\r\n]*)")\)/y,
    messageId: 'quoteMissing',
    fix: (target, [, , first, second]) => `](${target} "${first ?? second ?? ''}")`,
  },
  {
    // An anchor has hyphens instead of spaces.
    pattern: /\]\(([^()\s"'<>#]*#[^()\s"'<>]+(?:[ \t]+[^()\s"'<>]+)+)\)/y,
    messageId: 'spacesInTarget',
    fix: (target) => asLink(target.replace(/\s+/g, '-')),
  },
  {
    pattern: /\]\(([^()\s"'<>]+)[ \t]+([^()\s"'<>./][^()"'<>./]*)\)/y,
    messageId: 'titleWithoutQuotes',
    fix: (target, match) => `](${target} "${match[2] ?? ''}")`,
  },
  {
    pattern: /\]\(([^()\s"'<>]+(?:[ \t]+[^()\s"'<>]+)+)\)/y,
    messageId: 'spacesInTarget',
    fix: (target) => asLink(target.replace(/\s+/g, '%20')),
  },
  { pattern: /\]\(([^()\s]*[^()\s.,;:!?])(?![^()]*\))/y, messageId: 'noClosingParenthesis', fix: asLink },
];

/** In quotation marks that the title doesn't contain. */
function quoted(title: string): string {
  if (!title.includes('"')) return `"${title}"`;
  return title.includes("'") ? `"${title.replace(/"/g, '\\"')}"` : `'${title}'`;
}

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
  for (const { pattern, messageId, fix, after } of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(literal);
    const target = match?.[1];
    if (match === null || target === undefined || !looksLikeTarget(target)) continue;
    if (after?.(startOfLineTo(literal, at)) === false) continue;
    return {
      messageId,
      target,
      span: { start: offset + at, end: offset + at + match[0].length },
      written: match[0],
      fixed: fix(target, match),
    };
  }
  return undefined;
}

function startOfLineTo(text: string, at: number): string {
  return text.slice(startOfLine(text, at), at);
}

/** Otherwise, a closing parenthesis further on belongs to the one that is open. */
function hasNoOpenParenthesis(before: string): boolean {
  return before.lastIndexOf('(') <= before.lastIndexOf(')');
}

/** Links written with full-width brackets: `［text］（target）`. */
function fullWidthLinks({ source, inlines }: WrittenText): Pick<Mistake, 'span' | 'written' | 'fixed'>[] {
  if (!/[［］]/.test(source)) return [];
  return inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(FULL_WIDTH_LINK)].flatMap((match) => {
      const [written, shown = '', target = '', title = ''] = match;
      const start = text.start + match.index;
      const fixed = `[${shown}](${target}${title})`;
      return looksLikeTarget(target) ? [{ span: { start, end: start + written.length }, written, fixed }] : [];
    }),
  );
}

/** At least one of the brackets is full-width. */
const FULL_WIDTH_LINK =
  /(?=[［[][^［］[\]\r\n]+］|［)[［[]([^［］[\]\r\n]+)[］\]]\s*[（(]\s*([^（）()\s]+)((?:[ \t]+"[^"\r\n]*")?)\s*[）)]/g;

interface UnclosedText {
  /** Where the bracket is missing. */
  readonly at: number;
  /** From the opening bracket to the closing parenthesis. */
  readonly span: Span;
}

/** The targets in parentheses right after text that only has an opening bracket: `[text(target)`. */
function unclosedTexts({ source, inlines }: WrittenText): UnclosedText[] {
  return inlines.texts.flatMap((text) =>
    [...source.slice(text.start, text.end).matchAll(IN_PARENTHESES)].flatMap((match) => {
      const at = text.start + match.index;
      const end = at + match[0].length;
      const before = startOfLineTo(source, at);
      const start = at - before.length + before.lastIndexOf('[');
      const isOpen = /\[[^[\]]*[^[\]\s(]$/.test(before) && !isEscaped(source, start);
      // `[remark(https://…)]` is a remark in brackets.
      const isClosedLater = /^[^[\]\r\n]*\]/.test(source.slice(end, end + MAX_REMARK));
      return isOpen && !isClosedLater && looksLikeTarget(match[1] ?? '') ? [{ at, span: { start, end } }] : [];
    }),
  );
}

const IN_PARENTHESES = /\(([^()\s[\]]+)\)/g;
const MAX_REMARK = 500;

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
  if (/^(?:\s?|!\w+)$/.test(text) || /\n[ \t]*\r?\n/.test(text)) return false;
  const isCheckbox = /^x$/i.test(text) && /\s/.test(source[at + 1] ?? '');
  return !isCheckbox || !LIST_MARKER.test(startOfLineTo(source, bracket));
}

/** Between the start of a line and a checkbox. */
const LIST_MARKER = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/;

function fixOf(written: string, newText: string, span: Span): Fix {
  return suggestion(texts.replace({ written: oneLine(written), fixed: oneLine(newText) }), { span, newText });
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
