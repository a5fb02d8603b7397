import type { Playbook } from '../model/playbook.js';
import type { Span } from '../text/span.js';
import { textBlocksOf } from '../model/playbook.js';

/** Lines that an editor can fold into the first one. */
export interface Fold {
  readonly kind: 'front-matter' | 'section' | 'table' | 'comment';
  /** From the start of the visible part to the end of the hidden part, without the blank lines after it. */
  readonly span: Span;
}

/** The foldable parts of a page that have at least two lines, in source order. */
export function foldsOf(playbook: Playbook): readonly Fold[] {
  const { frontMatter, sections, tables } = playbook;
  const folds: Fold[] = [
    ...(frontMatter === undefined ? [] : [{ kind: 'front-matter' as const, span: frontMatter.span }]),
    ...sections.map(({ span }) => ({ kind: 'section' as const, span })),
    ...tables.map(({ table, start }) => ({
      kind: 'table' as const,
      span: { start, end: start + (table.rowStarts[table.rows.length - 1] ?? 0) + 1 },
    })),
    ...commentsIn(playbook),
  ];
  return folds
    .map(({ kind, span }) => ({ kind, span: withoutTrailingBlanks(playbook.text, span) }))
    .filter(({ span }) => /[\r\n]/.test(playbook.text.slice(span.start, span.end)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function commentsIn(playbook: Playbook): Fold[] {
  return textBlocksOf(playbook).flatMap(({ start, value: { source, inlines } }) =>
    inlines.opaque.flatMap((span) =>
      source.startsWith('<!--', span.start)
        ? [{ kind: 'comment' as const, span: { start: start + span.start, end: start + span.end } }]
        : [],
    ),
  );
}

function withoutTrailingBlanks(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? 'x')) last--;
  return { start, end: last };
}
