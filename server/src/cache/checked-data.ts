import { createHash } from 'node:crypto';

/** The value of JSON; `undefined` if the data is damaged. */
export function jsonIn(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString()) as unknown;
  } catch {
    // Not JSON, which is an answer.
    return undefined;
  }
}

/** Detects damage, not tampering: only the user can write the file. */
export function checksumOf(data: Buffer): string {
  return createHash('sha1').update(data).digest('base64');
}
