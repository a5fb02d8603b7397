import { defineMessages } from '../../messages/index.js';
import { NO_OPTIONS } from '../lint/options.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { preferred, suggestion } from '../lint/support/fixes.js';
import type { TextBlock } from '../model/blocks.js';
import { linesOf } from '../parse/lines.js';

const texts = defineMessages('list-marker-space', {
  insertSpaces: {
    text: '{count, plural, one {Insert a space after "{marker}"} other {Insert a space after each of the # markers}}',
    note: 'Title of a fix. {marker}: what a list item starts with: 1. or -.',
  },
});

const messages = {
  line: {
    text: 'No space after "{marker}": readers see no list item',
    note: '{marker}: what a list item starts with: 1. or -.',
  },
  lines: {
    text: 'No space after "{marker}" and {count, plural, one {another marker} other {# more markers}}: readers see one paragraph, not a list',
    note: '{marker}: what a list item starts with: 1. or -.',
  },
} as const;

export const listMarkerSpace = defineRule({
  meta: {
    id: 'list-marker-space',
    category: 'text',
    description: 'The number or bullet of a list item is followed by a space',
    recommended: 'warning',
    fixable: 'both',
    messages,
    options: NO_OPTIONS,
    since: '0.2.0',
  },

  text({ block, report }) {
    if (!MARKER_WITHOUT_SPACE.test(block.source)) return;
    for (const paragraph of paragraphsOf(block)) {
      const finding = findingFor(itemsIn(paragraph), paragraph);
      if (finding !== undefined) report(finding);
    }
  },
});

/** A cheap test of the whole block. */
const MARKER_WITHOUT_SPACE = /^[ \t>]*(?:\d{1,2}[.)]|-|\*(?!\*))(?=[\p{L}*[])/mu;

/** Consecutive lines of text. */
interface Paragraph {
  readonly lines: readonly Line[];
  /** Whether nothing after the paragraph could become part of a list item: a blank line follows, then no indentation. */
  readonly isClosed: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function paragraphsOf({ source, inlines }: TextBlock): Paragraph[] {
  const paragraphs: { lines: Line[]; isClosed: boolean }[] = [];
  let current: { lines: Line[]; isClosed: boolean } | undefined;
  let last: typeof current;
  for (const { start, end } of linesOf(source)) {
    const text = source.slice(start, end);
    if (current === undefined && last !== undefined && /^[ \t]+\S/.test(text)) last.isClosed = false;
    if (NO_TEXT.test(text)) {
      if (current !== undefined) current.isClosed = BLANK.test(text);
      last = current ?? last;
      current = undefined;
      continue;
    }
    if (inlines.opaque.some((code) => code.start <= start && start < code.end)) continue;
    if (current === undefined) paragraphs.push((current = { lines: [], isClosed: false }));
    current.lines.push({ start, text });
  }
  return paragraphs;
}

const BLANK = /^[ \t>]*$/;
/** A blank line or a heading. */
const NO_TEXT = /^[ \t>]*(?:$|#{1,6}(?:[ \t]|$))/;

/** A marker that the author meant to start a list item. */
interface Item {
  readonly prefix: string;
  readonly marker: string;
  /** The offset after the marker. */
  readonly end: number;
  /** Whether the line can start a list: the first of its paragraph, or after another item. */
  readonly startsList: boolean;
}

function itemsIn({ lines }: Paragraph): Item[] {
  if (lines.some(({ text }) => UNDERLINE_OR_ROW.test(text))) return [];
  const items: Item[] = [];
  for (const [index, { start, text }] of lines.entries()) {
    const [, prefix = '', marker = ''] = MARKER.exec(text) ?? [];
    if (marker === '') continue;
    const rest = text.slice(prefix.length + marker.length);
    const isMeant = /\d/.test(marker)
      ? isNumberedItem(rest, lines[index - 1]?.text, lines[index + 1]?.text)
      : isBulletedItem(marker, rest, lines);
    if (isMeant) items.push({ prefix, marker, end: start + prefix.length + marker.length, startsList: index === 0 });
  }
  return items;
}

const UNDERLINE_OR_ROW = /^[ \t>]*(?:=+|-+)[ \t]*$|^[ \t>]*\|/;
const MARKER = /^([ \t>]*)(\d{1,2}[.)]|-|\*(?!\*))(?=[\p{L}*[])/u;
const NUMBER = /^[ \t>]*\d{1,2}[.)](?:[ \t]|(?=[\p{L}*[]))/u;

/** `above`, `below`: the lines around it in the paragraph. */
function isNumberedItem(rest: string, above: string | undefined, below = ''): boolean {
  const isAfterItem = NUMBER.test(above ?? '');
  const isAfterColon = /[:：]\**[ \t]*$/.test(above ?? '');
  if (above !== undefined && !isAfterItem && !isAfterColon) return false;
  return STARTS_ITEM.test(rest) || (STARTS_SENTENCE.test(rest) && (isAfterItem || isAfterColon || NUMBER.test(below)));
}

/** Bold text, a link, or a character of a script without spaces: no number or name goes on like this. */
const STARTS_ITEM = /^(?:\*\*\S|\[[^\]]+\]\(|[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff])/;
/** Words, but no date such as `4.Juni 2020`. */
const STARTS_SENTENCE = /^\p{Lu}[\p{L}'’-]+(?: (?!\d{4})|[,:(])/u;

/** A minus, an option, or emphasis looks the same: only an item of the same list shows what was meant. */
function isBulletedItem(marker: string, rest: string, lines: readonly Line[]): boolean {
  if (marker === '*' && rest.includes('*')) return false;
  if (!STARTS_ITEM.test(rest) && !STARTS_SENTENCE.test(rest)) return false;
  return lines.some(({ text }) => text.trimStart().startsWith(`${marker} `));
}

function findingFor(items: readonly Item[], { isClosed }: Paragraph): Finding<typeof messages> | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  const { marker, end, prefix } = first;
  const isSame = items.every((item) => item.prefix === prefix && item.marker.slice(-1) === marker.slice(-1));
  const isCertain = isClosed && first.startsList && isSame && /^ {0,3}$/.test(prefix);
  const span = { start: end - marker.length, end };
  const count = items.length;
  const edits = items.map((item) => ({ span: { start: item.end, end: item.end }, newText: ' ' }));
  const fix = suggestion(texts.insertSpaces({ count, marker }), ...edits);
  const fixes = [isCertain ? { ...fix, applicability: 'safe' as const } : preferred(fix)];
  return count === 1
    ? { messageId: 'line', data: { marker }, span, fixes }
    : { messageId: 'lines', data: { marker, count: count - 1 }, span, fixes };
}
