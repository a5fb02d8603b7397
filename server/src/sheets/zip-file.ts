import { Inflate } from 'fflate/browser';
import { defineMessages } from '../messages/index.js';
import { assertSize, MAX_UNPACKED_BYTES, unpacksTooLarge } from './limits.js';
import { SheetError } from './sheet-error.js';

const texts = defineMessages('zip-file', {
  damaged: "The file is damaged or isn't an Excel workbook (.xlsx)",
  encrypted: 'The file is password-protected',
  unknownMethod: "The compression method of the file isn't supported. Save the file again in Excel",
});

/**
 * The parts of an untrusted zip archive. The sizes in the archive aren't trusted: unpacking stops at the limit for the
 * whole archive.
 */
export class ZipFile {
  readonly #parts: ReadonlyMap<string, PackedPart>;
  #bytesLeft = MAX_UNPACKED_BYTES;

  /** Throws a `SheetError` if `bytes` aren't a zip archive, or are too large. */
  constructor(bytes: Uint8Array) {
    assertSize(bytes.length);
    this.#parts = orDamaged(() => readDirectory(bytes));
  }

  /**
   * The part at `path` as text; `undefined` if it doesn't exist. Case doesn't matter, because not all programs preserve
   * it. Throws a `SheetError` if the part can't be unpacked.
   */
  textOf(path: string): string | undefined {
    const part = this.#parts.get(path.toLowerCase());
    if (part === undefined) return undefined;
    const pieces = orDamaged(() => unpack(part, this.#bytesLeft));
    this.#bytesLeft -= pieces.reduce((size, piece) => size + piece.length, 0);
    const decoder = new TextDecoder();
    return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  }
}

interface PackedPart {
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: Uint8Array;
}

/** Runs `read`. Any error in it means that the file is damaged. */
function orDamaged<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError(texts.damaged, { cause: error });
  }
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end of the directory without its comment, and the longest comment. */
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

/** A `DataView` throws if an offset is outside the file. */
function readDirectory(bytes: Uint8Array): Map<string, PackedPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const parts = new Map<string, PackedPart>();
  for (let index = 0, at = view.getUint32(end + 16, true); index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError('No entry here');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    parts.set(name.replaceAll('\\', '/').toLowerCase(), readPart(bytes, view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('No end of the directory');
}

/** The part whose directory entry is at `at`. */
function readPart(bytes: Uint8Array, view: DataView, at: number): PackedPart {
  const [, size = 0, header = 0] = sizesIn(view, at);
  if (view.getUint32(header, true) !== LOCAL_HEADER) throw new RangeError('No part here');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + size > bytes.length) throw new RangeError('The part extends beyond the end of the file');
  return {
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packed: bytes.subarray(start, start + size),
  };
}

const SEE_EXTRA = 0xffffffff;
const ZIP64_EXTRA = 1;

/**
 * The uncompressed size, the compressed size and the offset of an entry's part. Some programs always write them in the
 * form for archives of more than 4 GB: at the end of the entry, with 8 bytes each.
 */
function sizesIn(view: DataView, entry: number): number[] {
  const short = [24, 20, 42].map((offset) => view.getUint32(entry + offset, true));
  if (!short.includes(SEE_EXTRA)) return short;
  const start = entry + 46 + view.getUint16(entry + 28, true);
  const end = start + view.getUint16(entry + 30, true);
  for (let at = start; at < end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const longBefore = (index: number): number => short.slice(0, index).filter((value) => value === SEE_EXTRA).length;
    return short.map((value, index) =>
      value === SEE_EXTRA ? Number(view.getBigUint64(at + 4 + 8 * longBefore(index), true)) : value,
    );
  }
  return short;
}

const STORED = 0;
const DEFLATED = 8;
/** A byte can unpack to a thousand bytes. With this size, no piece is larger than about 17 MB before it is counted. */
const STEP = 16 * 1024;

function unpack({ method, encrypted, packed }: PackedPart, limit: number): Uint8Array[] {
  if (encrypted) throw new SheetError(texts.encrypted);
  if (method === STORED && packed.length > limit) throw unpacksTooLarge();
  if (method === STORED) return [packed];
  if (method !== DEFLATED) throw new SheetError(texts.unknownMethod);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((piece) => {
    size += piece.length;
    if (size > limit) throw unpacksTooLarge();
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += STEP)
    inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  return pieces;
}
