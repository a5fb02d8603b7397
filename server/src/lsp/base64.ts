/** The number of bytes converted at a time. Each call creates a string of that length. */
const PIECE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(Array.from(bytes.subarray(at, at + PIECE), (byte) => String.fromCharCode(byte)).join(''));
  return btoa(pieces.join(''));
}

/** Throws if `base64` isn't valid. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
