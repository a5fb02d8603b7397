import { shapes } from '../core/index.js';
import type { CacheFile } from './cache-folder.js';
import { checksumOf, jsonIn } from './checked-data.js';

/** The facts about a file, as they are stored. */
export interface StoredEntry {
  readonly path: string;
  readonly stamp: string;
  readonly vocabularyKey: string;
  readonly outline: unknown;
  /** A page has both, a table of contents has none. */
  readonly tasks: Part | undefined;
  readonly details: Part | undefined;
}

/** A value as JSON. */
export interface Part {
  readonly data: () => Buffer;
  readonly checksum: string;
}

/**
 * The file of an index: a line of JSON that describes it, the list of all entries as JSON, and their parts, which are
 * read and parsed when they are needed. Everything has a checksum, because disks can damage files.
 */
export function indexFileOf(key: string, entries: readonly StoredEntry[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const placed = (part: Part | undefined): Place | null => {
    if (part === undefined) return null;
    const start = at;
    const data = part.data();
    parts.push(data);
    at += data.length;
    return [start, at, part.checksum];
  };
  const rows = entries.map(({ path, stamp, vocabularyKey, outline, tasks, details }): Row => [
    path,
    stamp,
    vocabularyKey,
    outline,
    placed(tasks),
    placed(details),
  ]);
  const list = Buffer.from(JSON.stringify(rows));
  const header: Header = { format: FORMAT, key, length: list.length, checksum: checksumOf(list) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), list, ...parts]);
}

/** The entries of such a file by path; none if it has another key, or is damaged. */
export function entriesIn(file: Pick<CacheFile, 'read'>, key: string): Map<string, StoredEntry> {
  const beginning = file.read(0, LONGEST_HEADER);
  const end = beginning.indexOf('\n');
  const header = end === -1 ? undefined : jsonIn(beginning.subarray(0, end));
  if (!isHeader(header) || header.key !== key) return new Map();
  const rest = end + 1 + header.length;
  const list = file.read(end + 1, rest);
  const rows = checksumOf(list) === header.checksum ? jsonIn(list) : undefined;
  if (!areRows(rows)) return new Map();
  const partAt = (place: Place | null): Part | undefined => {
    if (place === null) return undefined;
    const [start, end, checksum] = place;
    let data: Buffer | undefined;
    return { data: () => (data ??= file.read(rest + start, rest + end)), checksum };
  };
  return new Map(
    rows.map(([path, stamp, vocabularyKey, outline, tasks, details]) => [
      path,
      { path, stamp, vocabularyKey, outline, tasks: partAt(tasks), details: partAt(details) },
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

const FORMAT = 1;
/** In bytes: it has a key of a few hundred characters. */
const LONGEST_HEADER = 64 * 1024;

interface Header {
  readonly format: typeof FORMAT;
  readonly key: string;
  /** The length of the list in bytes. */
  readonly length: number;
  readonly checksum: string;
}

type Place = readonly [start: number, end: number, checksum: string];
type Row = readonly [
  path: string,
  stamp: string,
  vocabularyKey: string,
  outline: unknown,
  tasks: Place | null,
  details: Place | null,
];

const { anything, count, either, listOf, nothing, oneOf, record, text, tuple } = shapes;
const placeShape = either(nothing, tuple(count, count, text));
const headerShape = record({ format: oneOf([FORMAT]), key: text, length: count, checksum: text });
const rowsShape = listOf(tuple(text, text, text, anything, placeShape, placeShape));

function isHeader(value: unknown): value is Header {
  return headerShape(value);
}

function areRows(value: unknown): value is readonly Row[] {
  return rowsShape(value);
}
