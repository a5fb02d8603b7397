import { lineEndOf } from '../lint/support/line-ends.js';
import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

/** A step, or what else stands between two headings of level 1 to 3: what an author thinks of as one place of the page. */
export interface Scope {
  /** `undefined` above the first heading. */
  readonly heading: Placed<Heading> | undefined;
  readonly start: number;
  /** Where the next such heading stands, or the footer, or where the page ends. */
  readonly end: number;
}

/** The scope that holds `offset`. */
export function scopeAt(playbook: Playbook, offset: number): Scope {
  const borders = playbook.headings.filter(({ value }) => value.level <= 3);
  const next = borders.findIndex((heading) => lineOf(playbook, heading) > offset);
  const heading = borders[(next === -1 ? borders.length : next) - 1];
  const start = heading === undefined ? bodyStart(playbook) : lineOf(playbook, heading);
  const following = borders[next];
  return { heading, start, end: following === undefined ? endOfPage(playbook) : lineOf(playbook, following) };
}

/** Where the own text of a heading ends: at the next heading of any level, at the footer, or at the end of the page. */
export function endOfOwnText(playbook: Playbook, heading: Placed<Heading>): number {
  const next = playbook.headings[playbook.headings.indexOf(heading) + 1];
  return next === undefined ? endOfPage(playbook) : lineOf(playbook, next);
}

/** Where the page ends, or the link home begins that stands there. */
export function endOfPage({ blocks, text, vocabulary }: Playbook): number {
  const last = [...blocks].reverse().find(({ value }) => value.source.trim() !== '');
  if (last?.value.kind !== 'text') return text.length;
  const [link, ...others] = last.value.inlines.links;
  if (link === undefined || others.length > 0) return text.length;
  const { source } = last.value;
  const isAlone = source.slice(0, link.span.start).trim() === '' && source.slice(link.span.end).trim() === '';
  return isAlone && vocabulary.footer.lookup(source.slice(link.text.start, link.text.end)).length > 0
    ? last.start
    : text.length;
}

/** Where the text, list or table at `offset` ends, and the next begins. In front matter: where that ends. */
export function blockEndAt({ blocks, text }: Playbook, offset: number): number {
  const block = blocks.find(({ start, value }) => offset < start + value.source.length) ?? blocks[blocks.length - 1];
  if (block === undefined) return text.length;
  return offset < block.start ? block.start : block.start + block.value.source.length;
}

/** A stretch of lines to insert, and where each starts in the text after the edit. */
export interface InsertedBlock {
  readonly edit: TextEdit;
  readonly lineStarts: readonly number[];
}

/** Puts `lines` between two blocks, with a blank line above and below. */
export function insertBlock({ text }: Playbook, at: number, lines: readonly string[]): InsertedBlock {
  const eol = lineEndOf(text);
  const [above, below] = [text.slice(0, at), text.slice(at)];
  const before = gapAbove(above, eol);
  const after = eol + (below.trim() === '' || /^[ \t]*(?:\r\n|\n|\r)/.test(below) ? '' : eol);
  let start = at + before.length;
  const lineStarts = lines.map((line) => (start += line.length + eol.length) - line.length - eol.length);
  return { edit: { span: { start: at, end: at }, newText: before + lines.join(eol) + after }, lineStarts };
}

function gapAbove(above: string, eol: string): string {
  const end = above.slice(-200).replace(/\r\n?/g, '\n');
  if (above.trim() === '' || /\n[ \t]*\n$/.test(end)) return '';
  return end.endsWith('\n') ? eol : eol + eol;
}

function lineOf({ lines }: Playbook, { start, value }: Placed<Heading>): number {
  return lines.startOf(lines.lineAt(start + value.span.start));
}

/** Where the text behind the front matter begins. */
export function bodyStart({ blocks, text }: Playbook): number {
  return blocks[0]?.start ?? text.length;
}
