import type { Link } from '../model/inlines.js';
import type { Cell, Row } from '../model/tables.js';
import { inlinesOf } from '../parse/row-inlines.js';
import type { Span } from '../text/span.js';
import { codeText, renderedText } from './plain-text.js';
import { safeHref } from './safe-href.js';

/** A part of a cell as readers see it. */
export interface CellPart {
  readonly text: string;
  /**
   * The target of a link: `http:`, `https:` or `mailto:`, or a path relative to the page. Other targets aren't links.
   */
  readonly href?: string;
}

/**
 * The parts of a cell in `row` as readers see them: without emphasis markers, and links with their text. Everything
 * that is neither text nor a safe link stays as written, including HTML. `undefined` if readers see the text of the
 * cell as written: most cells have no markup, and there are many of them.
 */
export function partsOf(row: Row, { text, span }: Cell): readonly CellPart[] | undefined {
  if (!MARKUP.test(text)) return undefined;
  const parts = joined(piecesOf(row, span).map((piece) => partOf(piece, row.source)));
  // A cell that is too complex for the Markdown parser has no links.
  return parts.length === 0 || isPlain(parts, text) ? undefined : parts;
}

/** The text that readers see. */
export function shownText(parts: readonly CellPart[] | undefined, text: string): string {
  return parts === undefined ? text : parts.map((part) => part.text).join('');
}

function isPlain([first, ...others]: readonly CellPart[], text: string): boolean {
  return others.length === 0 && first?.href === undefined && first?.text === text;
}

const MARKUP = /[[\]<`\\&*_]/;

interface Piece {
  readonly kind: 'text' | 'code' | 'as-written';
  readonly span: Span;
  readonly href?: string | undefined;
}

/** In source order. */
function piecesOf(row: Row, cell: Span): Piece[] {
  const { links, texts, opaque } = inlinesOf(row);
  const isInCell = ({ start, end }: Span): boolean => cell.start <= start && end <= cell.end;
  const followed = links.flatMap((link) => (isInCell(link.span) ? [{ link, href: hrefOf(link) }] : []));
  const whole: Piece[] = followed
    .filter(({ href }) => href === undefined)
    .map(({ link }) => ({ kind: 'as-written', span: link.span }));
  const inner: Piece[] = [
    ...texts.filter(isInCell).map((span): Piece => ({ kind: 'text', span })),
    ...opaque
      .filter(isInCell)
      .map((span): Piece => ({ kind: row.source[span.start] === '`' ? 'code' : 'as-written', span })),
    ...whole,
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return withLinks(outermost(inner, whole), followed);
}

/** An image or an unsafe link covers everything in it. */
function outermost(pieces: readonly Piece[], whole: readonly Piece[]): Piece[] {
  if (whole.length === 0) return [...pieces];
  let end = 0;
  return pieces.filter((piece) => {
    if (piece.span.start < end) return false;
    if (whole.includes(piece)) end = piece.span.end;
    return true;
  });
}

function hrefOf({ kind, text, target }: Link): string | undefined {
  return (kind === 'link' || kind === 'autolink') && text.end > text.start ? safeHref(target.value) : undefined;
}

/** Both are in source order, and links aren't nested. */
function withLinks(
  pieces: readonly Piece[],
  links: readonly { readonly link: Link; readonly href: string | undefined }[],
): Piece[] {
  const followed = links.filter(({ href }) => href !== undefined).sort((a, b) => a.link.span.start - b.link.span.start);
  let next = 0;
  return pieces.map((piece) => {
    while (next < followed.length && (followed[next]?.link.span.end ?? 0) <= piece.span.start) next++;
    const found = followed[next];
    return found !== undefined && found.link.span.start <= piece.span.start ? { ...piece, href: found.href } : piece;
  });
}

function partOf({ kind, span, href }: Piece, source: string): CellPart {
  const written = source.slice(span.start, span.end);
  const text =
    kind === 'text' ? renderedText(written) : (kind === 'code' ? codeText(written) : written).replaceAll('\\|', '|');
  return href === undefined ? { text } : { text, href };
}

/** Merges neighbors with the same target, or without one. */
function joined(parts: readonly CellPart[]): CellPart[] {
  const all: CellPart[] = [];
  for (const part of parts) {
    const last = all[all.length - 1];
    if (last !== undefined && last.href === part.href) all[all.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== '') all.push(part);
  }
  return all;
}
