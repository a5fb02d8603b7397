import type { LineMap } from '../text/line-map.js';
import type { Placed, Span } from '../text/span.js';
import type { Language } from '../vocabulary/language.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Block, TableBlock, TextBlock } from './blocks.js';
import type { FrontMatter } from './front-matter.js';
import type { Heading } from './headings.js';
import type { LabelLine } from './labels.js';
import type { PlacedTable } from './tables.js';

/** The input of the parser. The callers know where it came from. */
export interface SourceText {
  /** The normalized URI of the file. */
  readonly uri: string;
  readonly text: string;
}

/**
 * One parsed document: an immutable value, a pure function of its text and the vocabulary.
 * Offsets count UTF-16 code units from the first character of the file, including front matter and byte order mark.
 * Parts of a block are `Placed`: their spans count from `start`.
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
  /** The language of the page's text; front matter is always in English. */
  readonly language: Language;
}

/** A heading and everything up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: Placed<Heading>;
  /** Offsets in the file. */
  readonly span: Span;
  /** The index in `Playbook.sections` of the enclosing section. */
  readonly parent: number | undefined;
}

/** The blocks of text, without tables. */
export function textBlocksOf(playbook: Playbook): Placed<TextBlock>[] {
  return playbook.blocks.filter((placed): placed is Placed<TextBlock> => placed.value.kind === 'text');
}

/** The blocks of the tables, one for each entry of `Playbook.tables`, in the same order. */
export function tableBlocksOf(playbook: Playbook): Placed<TableBlock>[] {
  return playbook.blocks.filter((placed): placed is Placed<TableBlock> => placed.value.kind === 'table');
}

/** The span for problems of the page as a whole: its first line. */
export function firstLineOf({ text, lines }: Pick<Playbook, 'text' | 'lines'>): Span {
  const line = lines.lineSpan(0);
  return text.charCodeAt(0) === 0xfeff ? { start: Math.min(1, line.end), end: line.end } : line;
}
