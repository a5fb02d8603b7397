import { compact, textOf } from './packed-text.js';

/** Facts about a text, as plain data, in little memory: a few bytes for each value. */
export interface PackedData {
  /** One byte in each character. */
  readonly codes: string;
  /** The strings that aren't in the text, one after the other. */
  readonly strings: string;
}

/** Packs plain data: lists, objects, strings, numbers, `true`, `false` and `undefined`. */
export function packedData(data: unknown, text: string): PackedData {
  return new Packer(text).pack(data);
}

/** The same data, as new values. `text`: the same as for packing. */
export function unpackedData(packed: PackedData, text: string): unknown {
  return new Unpacker(packed, text).value();
}

/** The first byte of a value. From `OBJECT` on, a known kind of object; from `SMALL` on, a small number. */
const UNDEFINED = 0;
const FALSE = 1;
const TRUE = 2;
/** A whole number follows. */
const NUMBER = 3;
/** Any other number, as a string. */
const OTHER_NUMBER = 4;
/** A part of the text: the distance from the previous one, and the length. */
const PART = 5;
/** The length of a string in `strings`. */
const STRING = 6;
/** The index of a string that came before. */
const REPEATED = 7;
const LIST = 8;
/** An object whose kind needs more than this byte. */
const RARE_OBJECT = 9;
const OBJECT = 16;
const SMALL = 128;
const BYTE = 256;

/** A string is searched in so many characters of the text: facts are mostly in the order of the text. */
const SEARCHED = 2000;

/** The keys of each kind of object that was ever packed: there are few dozen kinds of facts. */
const kinds: (readonly string[])[] = [];
const kindByKeys = new Map<string, number>();

function kindOf(keys: readonly string[]): number {
  const name = keys.join(' ');
  let kind = kindByKeys.get(name);
  if (kind === undefined) {
    kind = kinds.push(keys) - 1;
    kindByKeys.set(name, kind);
  }
  return kind;
}

class Packer {
  readonly #text: string;
  readonly #codes: number[] = [];
  readonly #strings: string[] = [];
  readonly #known = new Map<string, number>();
  /** The end of the last part of the text. */
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  pack(data: unknown): PackedData {
    this.#add(data);
    return { codes: textOf(this.#codes), strings: compact(this.#strings.join('')) };
  }

  #add(value: unknown): void {
    if (typeof value === 'string') this.#addString(value);
    else if (typeof value === 'number') this.#addNumber(value);
    else if (Array.isArray(value)) {
      this.#codes.push(LIST);
      this.#addCount(value.length);
      for (const item of value) this.#add(item);
    } else if (typeof value === 'object' && value !== null) this.#addObject(value);
    else this.#codes.push(value === true ? TRUE : value === false ? FALSE : UNDEFINED);
  }

  #addObject(value: object): void {
    const kind = kindOf(Object.keys(value));
    if (OBJECT + kind < SMALL) this.#codes.push(OBJECT + kind);
    else {
      this.#codes.push(RARE_OBJECT);
      this.#addCount(kind);
    }
    for (const item of Object.values(value)) this.#add(item);
  }

  #addNumber(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) {
      this.#codes.push(OTHER_NUMBER);
      this.#addString(Object.is(value, -0) ? '-0' : String(value));
    } else if (SMALL + value < BYTE) this.#codes.push(SMALL + value);
    else {
      this.#codes.push(NUMBER);
      this.#addCount(value);
    }
  }

  #addString(value: string): void {
    const known = this.#known.get(value);
    if (known !== undefined) {
      this.#codes.push(REPEATED);
      this.#addCount(known);
      return;
    }
    this.#known.set(value, this.#known.size);
    const distance = value.length > SEARCHED ? -1 : this.#text.slice(this.#at, this.#at + SEARCHED).indexOf(value);
    if (distance === -1) {
      this.#codes.push(STRING);
      this.#strings.push(value);
    } else {
      this.#codes.push(PART);
      this.#addCount(distance);
      this.#at += distance + value.length;
    }
    this.#addCount(value.length);
  }

  /** Seven bits in each byte, the last ones first. */
  #addCount(value: number): void {
    let rest = value;
    while (rest >= SMALL) {
      this.#codes.push(SMALL + (rest % SMALL));
      rest = Math.floor(rest / SMALL);
    }
    this.#codes.push(rest);
  }
}

class Unpacker {
  readonly #packed: PackedData;
  readonly #text: string;
  readonly #known: string[] = [];
  #code = 0;
  #string = 0;
  #at = 0;

  constructor(packed: PackedData, text: string) {
    this.#packed = packed;
    this.#text = text;
  }

  value(): unknown {
    const code = this.#next();
    if (code >= SMALL) return code - SMALL;
    if (code >= OBJECT) return this.#object(code - OBJECT);
    switch (code) {
      case FALSE:
        return false;
      case TRUE:
        return true;
      case NUMBER:
        return this.#count();
      case OTHER_NUMBER:
        return Number(this.value());
      case PART:
        return this.#part(this.#count(), this.#count());
      case STRING:
        return this.#ownString(this.#count());
      case REPEATED:
        return this.#known[this.#count()];
      case LIST:
        return this.#list(this.#count());
      case RARE_OBJECT:
        return this.#object(this.#count());
      default:
        return undefined;
    }
  }

  #object(kind: number): unknown {
    const object: Record<string, unknown> = {};
    for (const key of kinds[kind] ?? []) object[key] = this.value();
    return object;
  }

  #list(length: number): unknown[] {
    const list: unknown[] = [];
    for (let index = 0; index < length; index++) list.push(this.value());
    return list;
  }

  #part(distance: number, length: number): string {
    const start = this.#at + distance;
    this.#at = start + length;
    return this.#remembered(this.#text.slice(start, this.#at));
  }

  #ownString(length: number): string {
    const start = this.#string;
    this.#string += length;
    return this.#remembered(this.#packed.strings.slice(start, this.#string));
  }

  #remembered(value: string): string {
    this.#known.push(value);
    return value;
  }

  #count(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const code = this.#next();
      if (code < SMALL) return value + code * factor;
      value += (code - SMALL) * factor;
      factor *= SMALL;
    }
  }

  #next(): number {
    return this.#packed.codes.charCodeAt(this.#code++);
  }
}
