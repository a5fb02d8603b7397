import { createHash } from 'node:crypto';
import type { Span } from '../core/index.js';

/** More than any line that people write. */
const REACH = 1000;

/**
 * Identifies the text of a place without its position: the same after lines above it were added, and after the cells of
 * its table were aligned. Two places with the same text have the same fingerprint.
 */
export function fingerprintOf(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(start, start + REACH);
  const line = lastLine(before) + firstLine(after);
  const place = firstLine(after.slice(0, end - start));
  return createHash('sha256')
    .update(`${withoutSpaces(line)}\n${withoutSpaces(place)}`)
    .digest('hex')
    .slice(0, 16);
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\uFEFF]+/g, '');
}
