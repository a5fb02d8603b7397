import type { LineMap } from '../text/line-map.js';
import type { Located, Placed } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { LabelId, Obligation, SectionId } from '../vocabulary/vocabulary.js';
import type { FilePath } from './file-path.js';

/**
 * The facts about a page that other pages can use: an immutable value, a pure function of the parsed page.
 * A fact doesn't contain its position, and is the same object as long as its row or block is: two summaries with the
 * same facts are equal to every other page, wherever the facts moved. Only `start` changes.
 */
export interface PageSummary {
  readonly path: FilePath;
  /** The text that all offsets count in. */
  readonly text: string;
  readonly lines: LineMap;
  /** `false` for other Markdown files. They can be linked to, but their tasks don't count. */
  readonly isPlaybook: boolean;
  readonly language: Language;
  /** The values of `ft.audience`, in lower case, sorted. */
  readonly audience: readonly string[];
  /** The title in the front matter. */
  readonly title: Located<string> | undefined;
  /** The scalars in the front matter by key, without white space around them. */
  readonly fields: ReadonlyMap<string, string>;
  readonly headings: readonly Placed<HeadingFact>[];
  /** The anchors in the HTML of the page. */
  readonly names: readonly string[];
  readonly tasks: readonly PlacedTask[];
  /** The tasks that text or a refresh log names. */
  readonly mentions: readonly Placed<TaskMention>[];
  readonly links: readonly Placed<LinkFact>[];
  /** The link to the start page of the partner site, as written: the last thing on most pages of that site. */
  readonly homeLink: string | undefined;
  /** The tasks that the page describes, if it's a task catalogue. */
  readonly entries: readonly Placed<CatalogueEntry>[];
  /** The days in the refresh log, `YYYY-MM-DD`, newest first. */
  readonly refreshDays: readonly string[];
  /** The neutral IDs of the phases that the page names. */
  readonly phases: readonly string[];
  /** The steps under Approach that have label lines. */
  readonly steps: readonly Placed<StepFact>[];
  /** The lists and alerts, in source order. */
  readonly shapes: readonly Placed<ShapeFact>[];
  /** If it is known without the other facts. */
  readonly outline?: PageOutline;
}

/** The facts about a page that the index registers. */
export interface PageOutline {
  /** The IDs of the tasks in tables, without duplicates. */
  readonly taskIds: readonly string[];
  /** The IDs of the tasks that text or a refresh log names, without duplicates. */
  readonly mentionIds: readonly string[];
  /** The IDs of the catalogue entries, without duplicates. */
  readonly entryIds: readonly string[];
  /** The targets of the page's includes, as written between the parentheses, without a title. */
  readonly includes: readonly string[];
}

/** A part of the text that a translation has too, whatever its words are. */
export type ShapeFact =
  | {
      readonly kind: 'list';
      /** The number of items, including nested ones. */
      readonly items: number;
    }
  /** `alert`: `NOTE`. */
  | { readonly kind: 'alert'; readonly alert: string };

/** The label lines of a step whose values are all known. */
export interface StepFact {
  readonly labels: readonly {
    readonly id: LabelId;
    /** The neutral IDs of the values, in source order. */
    readonly terms: readonly string[];
  }[];
}

export interface HeadingFact {
  readonly level: number;
  readonly text: string;
  /** Without regard to previous headings with the same text. */
  readonly slug: string;
  /** The section of the dialect that the heading names in the page's language. */
  readonly section: SectionId | undefined;
  /** Whether it's a step under Approach, with label lines. */
  readonly isStep: boolean;
  /** The length of the text, from `start`. */
  readonly span: { readonly start: number; readonly end: number };
}

/** A row of a task table. Of a broken row, only the ID and sometimes the name are known. Spans count from the row. */
export interface TaskFact {
  readonly id: Located<string>;
  readonly name: Located<string> | undefined;
  readonly letter: Located<string> | undefined;
  /** The meaning of the letter in this table; `undefined` if it has none. */
  readonly obligation: Obligation | undefined;
  readonly role: TermsFact | undefined;
  readonly services: TermsFact | undefined;
  /** The name in a broken row, if it's unambiguous: good enough for suggestions, but not for rules. */
  readonly nameInBrokenRow: string | undefined;
  /** The row without its line ending. */
  readonly length: number;
}

/** A cell of roles or services. */
export interface TermsFact extends Located<string> {
  /** The neutral IDs, sorted, without duplicates; `undefined` if a part of the cell is unknown. */
  readonly ids: readonly string[] | undefined;
}

export interface PlacedTask extends Placed<TaskFact> {
  /** The index in `PageSummary.headings` of the nearest previous heading. */
  readonly heading: number | undefined;
}

/** A task that is named outside the task tables: `Task 3134 was renamed`. Spans count from `start`. */
export interface TaskMention {
  readonly id: Located<string>;
  readonly where: 'text' | 'refresh-log';
  /** Whether the sentence says that the task is retired. */
  readonly isGone: boolean;
}

/** Spans count from the block or row that contains the link. */
export interface LinkFact {
  readonly kind: 'link' | 'image' | 'include' | 'definition';
  /** As written. */
  readonly target: Located<string>;
}

/** A section such as `## 983: QuickLeads` of a catalogue page, or a row of an exported catalogue. */
export interface CatalogueEntry {
  readonly id: Located<string>;
  readonly name: string;
  /** As written; neutral IDs if the vocabulary knows all of them. */
  readonly services: TermsFact | undefined;
  /** Where the task is in FTOP, as written. */
  readonly location: string | undefined;
  readonly isRetired: boolean;
}
