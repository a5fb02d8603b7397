import { shapes } from '../core/index.js';
import type { CacheFile } from './cache-folder.js';
import { checksumOf, jsonIn } from './checked-data.js';

/** The facts about a file, as they are stored. */
export interface StoredEntry {
  readonly path: string;
  /** What says that the file is the same. */
  readonly stamp: string;
  readonly vocabularyKey: string;
  /** What is needed of all files at once. */
  readonly outline: unknown;
  readonly parts: readonly Part[];
}

/** A value as JSON. */
export interface Part {
  /** Read from the file at each call. */
  readonly data: () => Buffer;
  readonly checksum: string;
}

/**
 * Writes the file of an index: the parts of all entries, which are read and parsed when they are needed, then the list of
 * the entries, and at the end a line that describes the file. All of it is JSON, and everything has a checksum, because
 * disks can damage files. The parts come first so that few of them are in memory at a time.
 */
export class IndexWriter {
  readonly #write: (data: Buffer) => void;
  readonly #rows: string[] = [];
  #at = 0;

  constructor(write: (data: Buffer) => void) {
    this.#write = write;
  }

  add({ path, stamp, vocabularyKey, outline, parts }: StoredEntry): void {
    const row: Row = [path, stamp, vocabularyKey, outline, parts.map((part) => this.#placed(part))];
    this.#rows.push(JSON.stringify(row));
  }

  end(key: string): void {
    const list = Buffer.from(`[${this.#rows.join(',')}]`);
    const about: About = {
      format: FORMAT,
      key,
      start: this.#at,
      end: this.#at + list.length,
      checksum: checksumOf(list),
    };
    this.#write(list);
    this.#write(Buffer.from(`\n${JSON.stringify(about)}`));
  }

  #placed({ data, checksum }: Part): Place {
    const start = this.#at;
    const written = data();
    this.#write(written);
    this.#at += written.length;
    return [start, this.#at, checksum];
  }
}

/** The entries of such a file by path; none if it has another key, or is damaged. */
export function entriesIn(file: Pick<CacheFile, 'read' | 'size'>, key: string): Map<string, StoredEntry> {
  const ending = file.read(Math.max(0, file.size - LONGEST_ABOUT), file.size);
  const about = jsonIn(ending.subarray(ending.lastIndexOf('\n') + 1));
  if (!isAbout(about) || about.key !== key) return new Map();
  const list = file.read(about.start, about.end);
  const rows = checksumOf(list) === about.checksum ? jsonIn(list) : undefined;
  if (!areRows(rows)) return new Map();
  const partAt = ([start, end, checksum]: Place): Part => ({ data: () => file.read(start, end), checksum });
  return new Map(
    rows.map(([path, stamp, vocabularyKey, outline, places]) => [
      path,
      { path, stamp, vocabularyKey, outline, parts: places.map(partAt) },
    ]),
  );
}

export function partOf(value: unknown): Part {
  const data = Buffer.from(JSON.stringify(value));
  return { data: () => data, checksum: checksumOf(data) };
}

/** The value of a part; `undefined` if it is damaged. */
export function valueOf(part: Part | undefined): unknown {
  if (part === undefined) return undefined;
  const data = part.data();
  return checksumOf(data) === part.checksum ? jsonIn(data) : undefined;
}

/** The part, if it isn't damaged. Its data stays in memory. */
export function intactPart(part: Part | undefined): Part | undefined {
  const data = part?.data();
  return part !== undefined && data !== undefined && checksumOf(data) === part.checksum
    ? { data: () => data, checksum: part.checksum }
    : undefined;
}

const FORMAT = 2;
/** In bytes: it has a key of a few hundred characters. */
const LONGEST_ABOUT = 64 * 1024;

/** What describes a file. */
interface About {
  readonly format: typeof FORMAT;
  readonly key: string;
  /** Where the list is, in bytes. */
  readonly start: number;
  readonly end: number;
  readonly checksum: string;
}

type Place = readonly [start: number, end: number, checksum: string];
type Row = readonly [path: string, stamp: string, vocabularyKey: string, outline: unknown, parts: readonly Place[]];

const { anything, count, listOf, oneOf, record, text, tuple } = shapes;
const aboutShape = record({ format: oneOf([FORMAT]), key: text, start: count, end: count, checksum: text });
const rowsShape = listOf(tuple(text, text, text, anything, listOf(tuple(count, count, text))));

function isAbout(value: unknown): value is About {
  return aboutShape(value);
}

function areRows(value: unknown): value is readonly Row[] {
  return rowsShape(value);
}
