import type { LineMap } from '../text/line-map.js';
import type { Placed, Span } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Block, TableBlock, TextBlock } from './blocks.js';
import type { FrontMatter } from './front-matter.js';
import type { Heading } from './headings.js';
import type { LabelLine } from './labels.js';
import type { PlacedTable } from './tables.js';

/** What the parser reads. The faces own where it came from. */
export interface SourceText {
  /** Normalised URI of the file. */
  readonly uri: string;
  readonly text: string;
}

/**
 * One parsed document: an immutable value, a pure function of its text and the vocabulary.
 *
 * Offsets in here count UTF-16 code units from the first character of the file, front matter and byte order mark
 * included. Parts that belong to a block are `Placed`: their own spans count from `start`.
 */
export interface Playbook {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineMap;
  readonly vocabulary: Vocabulary;
  readonly frontMatter: FrontMatter | undefined;
  /** In source order, without gaps, from the end of the front matter to the end of the file. */
  readonly blocks: readonly Placed<Block>[];
  readonly headings: readonly Placed<Heading>[];
  readonly sections: readonly Section[];
  readonly labels: readonly Placed<LabelLine>[];
  readonly tables: readonly PlacedTable[];
  /** The language of the page's own words; the front matter is English everywhere. */
  readonly language: Language;
}

/** A heading and all up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: Placed<Heading>;
  /** Offsets into the file. */
  readonly span: Span;
  /** Index in `Playbook.sections` of the section around this one. */
  readonly parent: number | undefined;
}

/** The blocks of text, without the tables. */
export function textBlocksOf(playbook: Playbook): Placed<TextBlock>[] {
  return playbook.blocks.filter((placed): placed is Placed<TextBlock> => placed.value.kind === 'text');
}

/** The blocks of the tables, one for each of `Playbook.tables` and in their order. */
export function tableBlocksOf(playbook: Playbook): Placed<TableBlock>[] {
  return playbook.blocks.filter((placed): placed is Placed<TableBlock> => placed.value.kind === 'table');
}

/** The span that rules use for what is wrong with the page as a whole: its first line. */
export function firstLineOf({ text, lines }: Pick<Playbook, 'text' | 'lines'>): Span {
  const line = lines.lineSpan(0);
  return text.charCodeAt(0) === 0xfeff ? { start: Math.min(1, line.end), end: line.end } : line;
}
