import type { Link } from '../model/inlines.js';
import type { Cell, Row } from '../model/tables.js';
import { inlinesOf } from '../parse/row-inlines.js';
import type { Span } from '../text/span.js';
import { codeText, renderedText } from './plain-text.js';
import { safeHref } from './safe-href.js';

/** A piece of a cell as a reader sees it. */
export interface CellPart {
  readonly text: string;
  /** Where a link leads: `http:`, `https:` or `mailto:`, or a path relative to the page. Nothing else is a link. */
  readonly href?: string;
}

/**
 * The cell of `row` as a reader sees it, in pieces: without the marks of emphasis, links with their text. What is neither
 * text nor a link that may be followed stays as it was written, HTML too. `undefined` where a reader sees the text of the
 * cell as it is: most cells have no markup, and are many.
 */
export function partsOf(row: Row, { text, span }: Cell): readonly CellPart[] | undefined {
  if (!MARKUP.test(text)) return undefined;
  const parts = joined(piecesOf(row, span).map((piece) => partOf(piece, row.source)));
  // Of a cell that is too much for the reader of Markdown there are none.
  return parts.length === 0 || isPlain(parts, text) ? undefined : parts;
}

/** What a reader sees, as one text. */
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

/** An image or a link that is not followed stands for all that is in it. */
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

/** Both are in source order, and no link stands in another. */
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

/** Neighbours that lead to the same place, or nowhere, as one. */
function joined(parts: readonly CellPart[]): CellPart[] {
  const all: CellPart[] = [];
  for (const part of parts) {
    const last = all[all.length - 1];
    if (last !== undefined && last.href === part.href) all[all.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== '') all.push(part);
  }
  return all;
}
