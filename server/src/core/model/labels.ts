import type { Located, Span } from '../text/span.js';
import type { TermMatch, TermPart } from '../vocabulary/term-set.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/** A line such as `Primary Role: **FastTrack Engineer**`, with two spaces at its end. Spans count from the block. */
export interface LabelLine {
  readonly id: LabelId;
  readonly label: Located<string>;
  /** What the label's spelling can mean. */
  readonly matches: readonly TermMatch<LabelId>[];
  readonly colon: Located<string>;
  readonly value: LabelValue;
  /** The line, white space at its end included, line end not. */
  readonly line: Span;
  /** How the line asks the renderer for a line break. */
  readonly hardBreak: 'spaces' | 'backslash' | 'html' | undefined;
  /** Whether the next line of the same paragraph is a label line too. */
  readonly beforeLabel: boolean;
  /** Whether the line is an item of a list. */
  readonly inList: boolean;
  /** Whether the label itself stands in bold, as in `**Phase:** Assess` or in one bold line with its value. */
  readonly boldLabel: boolean;
}

export interface LabelValue {
  /** The value without its bold markers. Empty span where a value would go. */
  readonly span: Span;
  readonly text: string;
  /** `**value**`; `unclosed` when the second `**` is on neither this line nor the next. */
  readonly bold: 'yes' | 'no' | 'unclosed';
  /** The value goes on in the next line. */
  readonly wrapped: boolean;
  /** The single values, in source order. Spans count from the block. */
  readonly parts: readonly TermPart[];
}
