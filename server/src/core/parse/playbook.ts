import { blockValues } from '../model/block-facts.js';
import type { Block, TableBlock } from '../model/blocks.js';
import type { FrontMatter } from '../model/front-matter.js';
import type { Heading } from '../model/headings.js';
import type { LabelLine } from '../model/labels.js';
import type { Playbook, Section, SourceText } from '../model/playbook.js';
import type { Table } from '../model/tables.js';
import { detached } from '../text/detached.js';
import { LineMap } from '../text/line-map.js';
import type { Placed, Span } from '../text/span.js';
import { changeBetween, type TextChange } from '../text/text-change.js';
import { builtInVocabulary } from '../vocabulary/built-in.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { chunksFrom, type Chunk } from './chunks.js';
import { readFrontMatter } from './front-matter.js';
import { languageOf } from './language.js';
import { afterLineEnd, lineEnd } from './lines.js';
import { placeTables } from './place-tables.js';
import type { SharedParts } from './shared-parts.js';
import { readTableBlock } from './table-block.js';
import { readTextBlock } from './text-block.js';

/** Never fails: any string gives a playbook, even if it's incomplete. Pages parsed with the same `parts` share them. */
export function parsePlaybook(
  { uri, text }: SourceText,
  vocabulary: Vocabulary = builtInVocabulary,
  parts?: SharedParts,
): Playbook {
  const frontMatter = readFrontMatter(text);
  const reading = readBody(text, bodyStart(text, frontMatter), vocabulary, parts);
  return assemble({ uri, text, lines: LineMap.of(text), vocabulary, frontMatter }, reading);
}

/**
 * The playbook of `text`, which reuses everything in `previous` that didn't change. Equal to a full parse; the time
 * depends on the changed blocks, and in a table on the changed rows.
 */
export function updatePlaybook(previous: Playbook, text: string): Playbook {
  const change = changeBetween(previous.text, text);
  const known = readings.get(previous);
  if (change === undefined) return previous;
  const { uri, vocabulary } = previous;
  if (known === undefined) return parsePlaybook({ uri, text }, vocabulary);
  const frontMatter = readFrontMatter(text, previous);
  const moved = bodyStart(text, frontMatter) !== bodyStart(previous.text, previous.frontMatter);
  if (moved && change.start >= bodyStart(previous.text, previous.frontMatter))
    return parsePlaybook({ uri, text }, vocabulary);
  const reading = updateReading(known, previous, text, change, bodyStart(text, frontMatter));
  return assemble({ uri, text, lines: previous.lines.updated(text, change), vocabulary, frontMatter }, reading);
}

/** What a playbook was parsed from: kept separately, since only the next update needs it. */
interface Reading {
  readonly chunks: readonly ReadChunk[];
  /** The link reference definitions of the file; a change in them affects the whole file. */
  readonly definitions: string;
}

/** A chunk and what is in it, in places of the file: at a keystroke, only the chunks below it are placed again. */
interface ReadChunk {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly Placed<Block>[];
  readonly headings: readonly Placed<Heading>[];
  readonly labels: readonly Placed<LabelLine>[];
}

function chunkOf(start: number, end: number, blocks: readonly Placed<Block>[]): ReadChunk {
  const headings: Placed<Heading>[] = [];
  const labels: Placed<LabelLine>[] = [];
  for (const { start: at, value } of blocks) {
    if (value.kind !== 'text') continue;
    for (const heading of value.headings) headings.push({ start: at, value: heading });
    for (const label of value.labels) labels.push({ start: at, value: label });
  }
  return { start, end, blocks, headings, labels };
}

function movedChunk({ start, end, blocks }: ReadChunk, delta: number): ReadChunk {
  return chunkOf(
    start + delta,
    end + delta,
    blocks.map((block) => ({ start: block.start + delta, value: block.value })),
  );
}

const readings = new WeakMap<Playbook, Reading>();

function bodyStart(text: string, frontMatter: FrontMatter | undefined): number {
  if (frontMatter === undefined) return text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return frontMatter.closed ? afterLineEnd(text, lineEnd(text, frontMatter.span.end)) : frontMatter.content.end;
}

/** Parses all of `text` from offset `from`. */
function readBody(text: string, from: number, vocabulary: Vocabulary, shared?: SharedParts): Reading {
  const chunks = [...chunksFrom(text, from)];
  const definitions = definitionsIn(text, chunks);
  const reader = new ChunkReader((part) => text.slice(part.start, part.end), vocabulary, definitions, [], shared);
  return { chunks: chunks.map((chunk) => reader.read(chunk)), definitions };
}

function updateReading(known: Reading, previous: Playbook, text: string, change: TextChange, from: number): Reading {
  const delta = change.newEnd - change.oldEnd;
  const table = tableOfChangedRow(known, previous, text, change);
  if (table !== undefined) return updateOneTable(known, table, previous.vocabulary, text, delta);
  // The next line determines where a chunk ends; a chunk is reused only if its next line didn't change.
  const firstChangedLine = previous.lines.startOf(previous.lines.lineAt(Math.max(0, change.start - 1)));
  const kept = change.start < from ? 0 : countBefore(known.chunks, firstChangedLine);
  const fresh: Chunk[] = [];
  let rest = known.chunks.length;
  for (const chunk of chunksFrom(text, known.chunks[kept - 1]?.end ?? from)) {
    const same = chunk.start >= change.newEnd ? chunkStartingAt(known.chunks, chunk.start - delta) : -1;
    if (same >= kept && chunk.start - delta >= change.oldEnd) {
      rest = same;
      break;
    }
    fresh.push(chunk);
  }
  const replaced = known.chunks.slice(kept, rest);
  const { definitions } = known;
  // A changed link definition can turn any `[text]` in the file into a link.
  if (definitionsIn(previous.text, replaced) !== definitionsIn(text, fresh))
    return readBody(text, from, previous.vocabulary);
  const reader = new ChunkReader((part) => keptPart(text, part), previous.vocabulary, definitions, replaced);
  return {
    chunks: [
      ...known.chunks.slice(0, kept),
      ...fresh.map((chunk) => reader.read(chunk)),
      ...chunksMoved(known.chunks.slice(rest), delta),
    ],
    definitions,
  };
}

function chunksMoved(chunks: readonly ReadChunk[], delta: number): readonly ReadChunk[] {
  return delta === 0 ? chunks : chunks.map((chunk) => movedChunk(chunk, delta));
}

/** A table block: the index of its chunk, and its index in the chunk. */
interface TablePlace {
  readonly chunk: number;
  readonly block: number;
}

/**
 * The table, if the only change is inside one line that starts with `|` before and after it: a table row stays a table
 * row, so that no cut can move. `undefined` for every other change. This saves looking at each row of a long table.
 */
function tableOfChangedRow(
  known: Reading,
  previous: Playbook,
  text: string,
  { start, oldEnd, newEnd }: TextChange,
): TablePlace | undefined {
  const line = previous.lines.startOf(previous.lines.lineAt(start));
  if (previous.text[line] !== '|' || start === line || HAS_LINE_END.test(text.slice(start, newEnd))) return undefined;
  // One more character, since a `\r` before the change could lose its `\n`.
  if (HAS_LINE_END.test(previous.text.slice(start, oldEnd)) || previous.text[start - 1] === '\r') return undefined;
  const chunk = countBefore(known.chunks, line + 1);
  const { start: chunkStart = 0, blocks = [] } = known.chunks[chunk] ?? {};
  const block = blocks.findIndex(({ value, start: at }) => at <= line && line < at + value.source.length);
  const place = blocks[block];
  if (place?.value.kind !== 'table') return undefined;
  const { table } = place.value;
  const rowStart = line - place.start;
  const next = blocks[block + 1]?.value;
  return makesHeader(table, rowStart, place.start - chunkStart) || makesRule(table, rowStart, next)
    ? undefined
    : { chunk, block };
}

/**
 * Whether the row at `rowStart` can turn the previous line into a header, or back into text: a line that doesn't begin
 * with a pipe is a header only before a delimiter row. The table begins `above` characters after the start of the
 * chunk.
 */
function makesHeader({ rows, rowStarts }: Table, rowStart: number, above: number): boolean {
  return rowStart === 0 ? above > 0 : rowStart === rowStarts[1] && rows[0]?.source.startsWith('|') !== true;
}

/**
 * Whether the row at `rowStart` can decide if a line of hyphens is a row or ends the table: they do below a table that
 * GitHub displays.
 */
function makesRule({ rows, rowStarts }: Table, rowStart: number, next: Block | undefined): boolean {
  if (rowStart > (rowStarts[1] ?? 0)) return false;
  return HYPHENS.test(next?.source ?? '') || rows.some(({ source }, index) => index > 1 && HYPHENS.test(source));
}

const HYPHENS = /^[ \t]*-/;
const HAS_LINE_END = /[\r\n]/;

function updateOneTable(
  known: Reading,
  place: TablePlace,
  vocabulary: Vocabulary,
  text: string,
  delta: number,
): Reading {
  const { definitions, chunks } = known;
  const changed = chunks.slice(place.chunk, place.chunk + 1).map(({ start, end, blocks }) =>
    chunkOf(
      start,
      end + delta,
      blocks.map((block, index) => updateBlock(block, index - place.block, vocabulary, text, delta)),
    ),
  );
  return {
    definitions,
    chunks: chunks.slice(0, place.chunk).concat(changed, chunksMoved(chunks.slice(place.chunk + 1), delta)),
  };
}

/** A block before (`order` < 0) or after the changed table, or the table itself. */
function updateBlock(
  { start, value }: Placed<Block>,
  order: number,
  vocabulary: Vocabulary,
  text: string,
  delta: number,
): Placed<Block> {
  if (order !== 0 || value.kind !== 'table') return { start: order > 0 ? start + delta : start, value };
  return {
    start,
    value: readTableBlock(
      keptPart(text, { start, end: start + value.source.length + delta }),
      value.table.margin,
      vocabulary,
      value,
    ),
  };
}

/** How many parts of a text can keep all of it in memory. */
const MOST_HOLDING = 4;

/**
 * A part of `text` that can live longer: it stays unchanged while others change. A part that is most of the text isn't
 * copied: there are few of them, and copying at every keystroke would cost more than everything else.
 */
function keptPart(text: string, { start, end }: Span): string {
  const part = text.slice(start, end);
  return part.length > text.length / MOST_HOLDING ? part : detached(part);
}

/** How many chunks end before `offset`. */
function countBefore(chunks: readonly ReadChunk[], offset: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the chunk that starts exactly at `offset`; -1 if there is none. */
function chunkStartingAt(chunks: readonly ReadChunk[], offset: number): number {
  const index = countBefore(chunks, offset);
  const at = chunks[index]?.start === offset ? index : index + 1;
  return chunks[at]?.start === offset ? at : -1;
}

/** Link reference definitions. `[^1]: text` is a footnote. */
const DEFINITION = /^ {0,3}\[(?!\^[^\]\s]+\])[^\]\r\n]+\]:[ \t]*\S.*$/gm;

function definitionsIn(text: string, chunks: readonly { start: number; end: number }[]): string {
  return chunks.flatMap(({ start, end }) => definitionLines(text.slice(start, end))).join('\n');
}

function definitionLines(source: string): string[] {
  return source.includes(']:') ? (source.match(DEFINITION) ?? []) : [];
}

/** Parses chunks, and reuses the blocks and rows of the chunks they replace. */
class ChunkReader {
  readonly #sourceOf: (part: Span) => string;
  readonly #vocabulary: Vocabulary;
  readonly #definitions: string;
  readonly #oldBlocks = new Map<string, Block>();
  readonly #oldTables: TableBlock[] = [];
  readonly #shared: SharedParts | undefined;

  constructor(
    sourceOf: (part: Span) => string,
    vocabulary: Vocabulary,
    definitions: string,
    replaced: readonly ReadChunk[],
    shared?: SharedParts,
  ) {
    this.#sourceOf = sourceOf;
    // With link definitions, a block means something else on this page.
    this.#shared = definitions === '' ? shared : undefined;
    this.#vocabulary = vocabulary;
    this.#definitions = definitions;
    for (const { blocks } of replaced) {
      for (const { value } of blocks) {
        if (value.kind === 'table') this.#oldTables.push(value);
        else this.#oldBlocks.set(keyOf(value.source, value.margin), value);
      }
    }
  }

  read({ start, end, parts }: Chunk): ReadChunk {
    return chunkOf(
      start,
      end,
      parts.map((part) => ({ start: part.start, value: this.#readBlock(part) })),
    );
  }

  #readBlock(part: Chunk['parts'][number]): Block {
    const source = this.#sourceOf(part);
    const { kind, margin } = part;
    const shared = this.#shared;
    if (shared !== undefined)
      return shared.block(`${kind} ${keyOf(source, margin)}`, this.#vocabulary, () =>
        kind === 'table'
          ? readTableBlock(source, margin, this.#vocabulary, undefined, shared.row)
          : readTextBlock(source, margin, this.#vocabulary, ''),
      );
    if (kind === 'table') return readTableBlock(source, margin, this.#vocabulary, this.#oldTables.shift());
    return (
      this.#oldBlocks.get(keyOf(source, margin)) ?? readTextBlock(source, margin, this.#vocabulary, this.#definitions)
    );
  }
}

/** Equal for blocks that are read alike. */
function keyOf(source: string, margin: number): string {
  return margin === 0 ? source : `${margin} ${source}`;
}

type Frame = Pick<Playbook, 'uri' | 'text' | 'lines' | 'vocabulary' | 'frontMatter'>;

function assemble(frame: Frame, reading: Reading): Playbook {
  const blocks: Placed<Block>[] = [];
  const headings: Placed<Heading>[] = [];
  const labels: Placed<LabelLine>[] = [];
  // Runs over the whole page at every keystroke: no closures, no copies.
  for (const chunk of reading.chunks) {
    for (const block of chunk.blocks) blocks.push(block);
    for (const heading of chunk.headings) headings.push(heading);
    for (const label of chunk.labels) labels.push(label);
  }
  const playbook: Playbook = {
    ...frame,
    blocks,
    headings,
    sections: sectionsOf(headings, frame.text.length),
    labels,
    tables: placeTables(blocks, frame.vocabulary),
    language: languageOf(blockValues(blocks), frame.vocabulary),
  };
  readings.set(playbook, reading);
  return playbook;
}

function sectionsOf(headings: readonly Placed<Heading>[], end: number): Section[] {
  const sections: { heading: Placed<Heading>; span: { start: number; end: number }; parent: number | undefined }[] = [];
  const open: number[] = [];
  for (const heading of headings) {
    const start = heading.start + heading.value.span.start;
    while (open.length > 0) {
      const section = sections[open[open.length - 1] ?? -1];
      if (section === undefined || section.heading.value.level < heading.value.level) break;
      section.span.end = start;
      open.pop();
    }
    open.push(sections.push({ heading, span: { start, end }, parent: open[open.length - 1] }) - 1);
  }
  return sections;
}
