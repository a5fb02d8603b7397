import type { LineMap } from '../text/line-map.js';
import type { Located, Placed } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { Obligation, SectionId } from '../vocabulary/vocabulary.js';
import type { FilePath } from './file-path.js';

/**
 * What other pages may learn of a page: an immutable value, a pure function of the parsed page.
 *
 * A fact says nothing about where it stands, and is the same object as long as its row or block is: two summaries that
 * hold the same facts are equal to every other page, wherever the facts have moved. Only `start` moves.
 */
export interface PageSummary {
  readonly path: FilePath;
  /** The text that all offsets count in. */
  readonly text: string;
  readonly lines: LineMap;
  /** `false`: another Markdown file. It can be linked to; its tasks count for nothing. */
  readonly isPlaybook: boolean;
  readonly language: Language;
  /** The values of `ft.audience`, in lower case, sorted. */
  readonly audience: readonly string[];
  /** The front matter's title. */
  readonly title: Located<string> | undefined;
  readonly headings: readonly Placed<HeadingFact>[];
  /** Anchors that HTML in the page makes. */
  readonly names: readonly string[];
  readonly tasks: readonly PlacedTask[];
  /** Tasks that text or a refresh log names. */
  readonly mentions: readonly Placed<TaskMention>[];
  readonly links: readonly Placed<LinkFact>[];
  /** The tasks that the page describes, when it has the form of a task catalogue. */
  readonly entries: readonly Placed<CatalogueEntry>[];
  /** The days of the refresh log, `YYYY-MM-DD`, newest first. */
  readonly refreshDays: readonly string[];
  /** Neutral ids of the phases that the page names. */
  readonly phases: readonly string[];
}

export interface HeadingFact {
  readonly level: number;
  readonly text: string;
  /** Without regard to a heading of the same words above. */
  readonly slug: string;
  /** The one section of the dialect that the heading names in the page's language. */
  readonly section: SectionId | undefined;
  /** A step under Approach, with label lines. */
  readonly isStep: boolean;
  /** Of the text, from `start`. */
  readonly span: { readonly start: number; readonly end: number };
}

/** A row of a task table. Of a row that is broken only the ID is told, and sometimes the name. Spans count from the row. */
export interface TaskFact {
  readonly id: Located<string>;
  readonly name: Located<string> | undefined;
  readonly letter: Located<string> | undefined;
  /** What the letter means in this table; `undefined` for one that means nothing. */
  readonly obligation: Obligation | undefined;
  readonly role: TermsFact | undefined;
  readonly services: TermsFact | undefined;
  /** Of a broken row the name, where no other words can be meant: good enough to be offered, not to judge by. */
  readonly nameInBrokenRow: string | undefined;
  /** The row without its line end. */
  readonly length: number;
}

/** A cell of roles or services. */
export interface TermsFact extends Located<string> {
  /** Neutral ids, sorted, each once; `undefined` when a part of the cell is unknown. */
  readonly ids: readonly string[] | undefined;
}

export interface PlacedTask extends Placed<TaskFact> {
  /** Index in `PageSummary.headings` of the nearest heading above. */
  readonly heading: number | undefined;
}

/** A task that is named outside the task tables: `Task 3134 was renamed`. Spans count from `start`. */
export interface TaskMention {
  readonly id: Located<string>;
  readonly where: 'text' | 'refresh-log';
  /** The sentence says that the task is gone. */
  readonly isGone: boolean;
}

/** Spans count from the block or row that the link stands in. */
export interface LinkFact {
  readonly kind: 'link' | 'image' | 'include' | 'definition';
  /** As written. */
  readonly target: Located<string>;
}

/** A section such as `## 983: QuickLeads` of a catalogue page, or a row of an exported catalogue. */
export interface CatalogueEntry {
  readonly id: Located<string>;
  readonly name: string;
  /** As written; neutral ids where the vocabulary knows them all. */
  readonly services: TermsFact | undefined;
  /** Where the task stands in FTOP, as written. */
  readonly location: string | undefined;
  readonly isRetired: boolean;
}
