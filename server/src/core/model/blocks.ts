import type { Located, Span } from '../text/span.js';
import type { Heading } from './headings.js';
import type { Inlines } from './inlines.js';
import type { LabelLine } from './labels.js';
import type { Table } from './tables.js';

/**
 * A stretch of whole lines that can be read without its neighbours. The blocks of a file tile all that follows the
 * front matter. Blocks are immutable and position-free: every span counts from the first character of the block.
 */
export type Block = TextBlock | TableBlock;

interface BlockBase {
  /** The lines, line ends and the blank lines below included. */
  readonly source: string;
  readonly suppressions: readonly SuppressionComment[];
  readonly conflicts: readonly ConflictMarker[];
}

/** Everything but a table: headings, paragraphs, lists, quotes, code. */
export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  readonly headings: readonly Heading[];
  readonly labels: readonly LabelLine[];
  readonly includes: readonly Include[];
  readonly alerts: readonly Alert[];
  readonly inlines: Inlines;
  /** Too long or too deeply nested to be read; only its lines were looked at. */
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

/** One of the three lines that git leaves where two versions could not be merged. */
export interface ConflictMarker {
  readonly kind: 'ours' | 'separator' | 'theirs';
  readonly span: Span;
}

/** `<!-- playbook-lint-disable-next-line rule-id -->` and its kin; in front matter, the same after a `#`. */
export interface SuppressionComment {
  /** `misspelt`: the name is none, so that the comment does nothing. */
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file' | 'misspelt';
  /** `playbook-lint-disable-line`, as it is written. */
  readonly name: Located<string>;
  /** Empty means every rule. */
  readonly ruleIds: readonly Located<string>[];
  readonly span: Span;
}
