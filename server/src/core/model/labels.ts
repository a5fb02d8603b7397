import type { Located, Span } from '../text/span.js';
import type { TermMatch, TermPart } from '../vocabulary/term-set.js';
import type { LabelId } from '../vocabulary/vocabulary.js';

/** A line such as `Primary Role: **FastTrack Engineer**`, with two spaces at its end. Spans count from the block. */
export interface LabelLine {
  readonly id: LabelId;
  readonly label: Located<string>;
  /** The labels that the spelling can mean. */
  readonly matches: readonly TermMatch<LabelId>[];
  readonly colon: Located<string>;
  readonly value: LabelValue;
  /** The line with its trailing white space, without its line ending. */
  readonly line: Span;
  /** How the line requests a line break from the renderer. */
  readonly hardBreak: 'spaces' | 'backslash' | 'html' | undefined;
  /** Whether the next line of the paragraph is a label line too. */
  readonly beforeLabel: boolean;
  /** Whether the line is a list item. */
  readonly inList: boolean;
  /** Whether the label is bold, as in `**Phase:** Assess`, or together with its value. */
  readonly boldLabel: boolean;
}

export interface LabelValue {
  /** The value without its bold markers. An empty span if there is no value. */
  readonly span: Span;
  readonly text: string;
  /** `**value**`; `unclosed` if the second `**` is neither on this line nor on the next. */
  readonly bold: 'yes' | 'no' | 'unclosed';
  /** Whether the value continues on the next line. */
  readonly wrapped: boolean;
  /** The individual values, in source order. Spans count from the block. */
  readonly parts: readonly TermPart[];
}
