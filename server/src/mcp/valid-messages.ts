import { Transform, type TransformCallback } from 'node:stream';
import {
  INVALID_REQUEST,
  PARSE_ERROR,
  parseJSONRPCMessage,
  STDIO_DEFAULT_MAX_BUFFER_SIZE,
} from '@modelcontextprotocol/server';

/** The answer to what isn't a message, as JSON-RPC defines it. */
export interface ErrorAnswer {
  readonly jsonrpc: '2.0';
  /** `null`: the message has no valid ID. */
  readonly id: string | number | null;
  readonly error: { readonly code: number; readonly message: string };
}

/** What is wrong with a line. */
export interface InvalidMessage {
  readonly reason: string;
  /** `undefined` for a response: it is never answered. */
  readonly answer: ErrorAnswer | undefined;
}

/** The SDK closes the connection if a line and its end are longer. */
const MAX_BYTES = STDIO_DEFAULT_MAX_BUFFER_SIZE - 1;
const LINE_FEED = 10;

/**
 * Passes on the lines that are valid messages. The SDK doesn't answer the others, and closes the connection if one of
 * them is very long.
 */
export class ValidMessages extends Transform {
  readonly #onInvalid: (invalid: InvalidMessage) => void;
  /** The line that hasn't ended yet; nothing once it is too long. */
  #parts: Buffer[] = [];
  #size = 0;

  constructor(onInvalid: (invalid: InvalidMessage) => void) {
    super();
    this.#onInvalid = onInvalid;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      this.#add(chunk.subarray(start, end));
      this.#endLine();
      start = end + 1;
    }
    this.#add(chunk.subarray(start));
    done();
  }

  #add(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > MAX_BYTES) this.#parts = [];
    else this.#parts.push(part);
  }

  #endLine(): void {
    const line = this.#size > MAX_BYTES ? undefined : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    const read = line === undefined ? TOO_LONG : readLine(line);
    if (typeof read === 'string') this.push(`${read}\n`);
    else if (read !== undefined) this.#onInvalid(read);
  }
}

const TOO_LONG = invalid(INVALID_REQUEST, `Invalid request: longer than ${MAX_BYTES} bytes`);

/** The line if it is a valid message. `undefined` for an empty line. */
function readLine(line: Buffer): string | InvalidMessage | undefined {
  const text = decoded(line);
  if (text === undefined) return invalid(PARSE_ERROR, "Parse error: the message isn't UTF-8");
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return invalid(PARSE_ERROR, "Parse error: the message isn't JSON");
  }
  return mistakeIn(value) ?? text;
}

/** Without a byte order mark. */
function decoded(line: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return undefined;
  }
}

function mistakeIn(value: unknown): InvalidMessage | undefined {
  // The revisions of the protocol since 2025-06-18 have no batches.
  if (Array.isArray(value)) return invalid(INVALID_REQUEST, "Invalid request: batches aren't supported");
  try {
    parseJSONRPCMessage(value);
    return undefined;
  } catch {
    const message = new Map<string, unknown>(Object.entries(Object(value) as object));
    if (!message.has('method') && (message.has('result') || message.has('error')))
      return { reason: 'Invalid response', answer: undefined };
    return invalid(INVALID_REQUEST, 'Invalid request: not a message of JSON-RPC 2.0', message.get('id'));
  }
}

function invalid(code: number, message: string, id?: unknown): InvalidMessage {
  const isId = typeof id === 'string' || Number.isInteger(id);
  const answer: ErrorAnswer = { jsonrpc: '2.0', id: isId ? (id as string | number) : null, error: { code, message } };
  return { reason: message, answer };
}
