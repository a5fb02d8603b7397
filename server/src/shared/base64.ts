/** How many bytes are converted at a time: each chunk takes a string of that length. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    chunks.push(Array.from(bytes.subarray(at, at + CHUNK), (byte) => String.fromCharCode(byte)).join(''));
  return btoa(chunks.join(''));
}

/** Throws if `base64` isn't valid. */
export function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
