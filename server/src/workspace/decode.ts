/** What the bytes of a file come to as text. */
export interface DecodedText {
  /** A byte order mark stays in front, so that offsets count it. Bytes that are no UTF-8 become U+FFFD. */
  readonly text: string;
  /** Only a `utf-8` text may be written back. */
  readonly encoding: 'utf-8' | 'utf-16' | 'unknown';
}

/** Decodes UTF-8, and UTF-16 where a byte order mark says so. Total. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding: 'unknown' };
  }
}
