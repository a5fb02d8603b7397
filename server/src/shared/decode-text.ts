/** The decoded text of a file. */
export interface DecodedText {
  /** Keeps the byte order mark, so that offsets include it. Bytes that aren't valid UTF-8 become U+FFFD. */
  readonly text: string;
  /** Only a `utf-8` text can be written back. */
  readonly encoding: 'utf-8' | 'utf-16' | 'unknown';
}

/** Nothing is left in them after a whole text, so they serve all texts. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const damagedUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes UTF-8, and UTF-16 if there is a byte order mark. Never fails. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: damagedUtf8.decode(bytes), encoding: 'unknown' };
  }
}
