import * as z from 'zod/mini';
import { hasShape } from '../../core/index.js';
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
  readonly data: Buffer;
  readonly checksum: string;
}

/**
 * The file of an index: a line of JSON that describes it, the list of all entries as JSON, and their parts, which are
 * parsed when they are needed. Everything has a checksum, because disks can damage files.
 */
export function indexFileOf(key: string, entries: readonly StoredEntry[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  const placed = (part: Part | undefined): Place | null => {
    if (part === undefined) return null;
    const start = at;
    parts.push(part.data);
    at += part.data.length;
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
export function entriesIn(file: Buffer, key: string): Map<string, StoredEntry> {
  const end = file.indexOf('\n');
  const header = end === -1 ? undefined : jsonIn(file.subarray(0, end));
  if (!isHeader(header) || header.key !== key) return new Map();
  const list = file.subarray(end + 1, end + 1 + header.length);
  const rows = checksumOf(list) === header.checksum ? jsonIn(list) : undefined;
  if (!areRows(rows)) return new Map();
  const rest = file.subarray(end + 1 + header.length);
  const partAt = (place: Place | null): Part | undefined =>
    place === null ? undefined : { data: rest.subarray(place[0], place[1]), checksum: place[2] };
  return new Map(
    rows.map(([path, stamp, vocabularyKey, outline, tasks, details]) => [
      path,
      { path, stamp, vocabularyKey, outline, tasks: partAt(tasks), details: partAt(details) },
    ]),
  );
}

export function partOf(value: unknown): Part {
  const data = Buffer.from(JSON.stringify(value));
  return { data, checksum: checksumOf(data) };
}

/** The value of a part; `undefined` if it is damaged. */
export function valueOf(part: Part | undefined): unknown {
  return part !== undefined && checksumOf(part.data) === part.checksum ? jsonIn(part.data) : undefined;
}

const FORMAT = 1;

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

const count = z.int().check(z.gte(0));
const text = z.string();
const place = z.nullable(z.tuple([count, count, text]));
const headerShape = z.object({ format: z.literal(FORMAT), key: text, length: count, checksum: text });
const rowsShape = z.array(z.tuple([text, text, text, z.unknown(), place, place]));

function isHeader(value: unknown): value is Header {
  return hasShape(headerShape, value);
}

function areRows(value: unknown): value is readonly Row[] {
  return hasShape(rowsShape, value);
}
