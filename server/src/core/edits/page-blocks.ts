import { lineEndOf } from '../text/line-ends.js';
import type { Heading } from '../model/headings.js';
import type { Playbook } from '../model/playbook.js';
import type { Placed } from '../text/span.js';
import type { TextEdit } from '../text/text-edit.js';

/** A step, or anything else between two headings of levels 1 to 3: what authors think of as one place on the page. */
export interface Scope {
  /** `undefined` before the first heading. */
  readonly heading: Placed<Heading> | undefined;
  readonly start: number;
  /** The start of the next such heading or of the footer, or the end of the page. */
  readonly end: number;
}

/** The scope at `offset`. */
export function scopeAt(playbook: Playbook, offset: number): Scope {
  const borders = playbook.headings.filter(({ value }) => value.level <= 3);
  const next = borders.findIndex((heading) => lineOf(playbook, heading) > offset);
  const heading = borders[(next === -1 ? borders.length : next) - 1];
  const start = heading === undefined ? bodyStart(playbook) : lineOf(playbook, heading);
  const following = borders[next];
  return { heading, start, end: following === undefined ? endOfPage(playbook) : lineOf(playbook, following) };
}

/** The end of the text that belongs to a heading: the next heading of any level, the footer, or the end of the page. */
export function endOfOwnText(playbook: Playbook, heading: Placed<Heading>): number {
  const next = playbook.headings[playbook.headings.indexOf(heading) + 1];
  return next === undefined ? endOfPage(playbook) : lineOf(playbook, next);
}

/** The end of the page, or the start of its home link. */
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

/** The end of the text, list or table at `offset`. In front matter, the end of the front matter. */
export function blockEndAt({ blocks, text }: Playbook, offset: number): number {
  const block = blocks.find(({ start, value }) => offset < start + value.source.length) ?? blocks[blocks.length - 1];
  if (block === undefined) return text.length;
  return offset < block.start ? block.start : block.start + block.value.source.length;
}

/** Lines to insert, and the start of each in the text after the edit. */
export interface InsertedBlock {
  readonly edit: TextEdit;
  readonly lineStarts: readonly number[];
}

/** Inserts `lines` between two blocks, with a blank line before and after them. */
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

/** The start of the text after the front matter. */
export function bodyStart({ blocks, text }: Playbook): number {
  return blocks[0]?.start ?? text.length;
}
