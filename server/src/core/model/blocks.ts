import type { Located, Span } from '../text/span.js';
import type { Heading } from './headings.js';
import type { Inlines } from './inlines.js';
import type { LabelLine } from './labels.js';
import type { Table } from './tables.js';

/**
 * A sequence of whole lines that can be parsed without its neighbors. Blocks cover everything after the front matter,
 * without gaps. They are immutable and position-free: every span counts from the first character of the block.
 */
export type Block = TextBlock | TableBlock;

interface BlockBase {
  /** The lines with their line endings, including the blank lines after them. */
  readonly source: string;
  readonly suppressions: readonly SuppressionComment[];
  readonly conflicts: readonly ConflictMarker[];
}

/** Everything except tables: headings, paragraphs, lists, quotes, code. */
export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  readonly headings: readonly Heading[];
  /** Headings inside list items: renderers show them, but they don't divide the page into sections. */
  readonly nestedHeadings: readonly Heading[];
  readonly labels: readonly LabelLine[];
  readonly includes: readonly Include[];
  readonly alerts: readonly Alert[];
  readonly inlines: Inlines;
  /** The column at which the text of the list item around the block begins, if the block follows a table; otherwise 0. */
  readonly margin: number;
  /** The last line is text, without a blank line after it: a table below it is part of the paragraph. */
  readonly endsParagraph: boolean;
  /** Too long or too deeply nested to parse; only its lines were read. */
  readonly unread: boolean;
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly table: Table;
}

/** `[!INCLUDE [title](path)]`. */
export interface Include {
  readonly span: Span;
  readonly target: Located<string>;
}

/** `> [!NOTE]`: the kind of a docfx alert. */
export interface Alert {
  readonly kind: Located<string>;
}

/** One of the three marker lines that git writes where it can't merge two versions. */
export interface ConflictMarker {
  readonly kind: 'ours' | 'separator' | 'theirs';
  readonly span: Span;
}

/** A comment such as `<!-- playbook-lint-disable-next-line rule-id -->`; in front matter, the same text after a `#`. */
export interface SuppressionComment {
  /** `misspelt`: the name is unknown, so the comment has no effect. */
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'misspelt';
  /** `playbook-lint-disable-line`, as written. */
  readonly name: Located<string>;
  /** Empty for every rule. */
  readonly ruleIds: readonly Located<string>[];
  /** Why the problem isn't one, in the words of the author: the text after ` -- ` or another dash. */
  readonly reason: Located<string> | undefined;
  readonly span: Span;
}
