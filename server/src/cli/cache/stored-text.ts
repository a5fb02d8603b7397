import { fileURLToPath } from 'node:url';
import type { FilePath } from '../../core/index.js';
import { decodeText } from '../../shared/decode-text.js';
import { MAX_FILE_BYTES } from '../../shared/limits.js';
import { uriOf } from '../../workspace/index.js';
import type { CliHost } from '../cli-host.js';

/** The text of a file whose facts are known; empty if it can't be read any more. */
export function textAt(path: FilePath, host: CliHost): string {
  try {
    const start = host.readNow?.(nativePath(path), MAX_FILE_BYTES);
    return start === undefined ? '' : decodeText(start.bytes).text;
  } catch {
    // It disappeared after its facts were found.
    return '';
  }
}

const POSIX_FILE = 'file:///';

export function nativePath(path: FilePath): string {
  // Most files, without a detour through a URI.
  if (process.platform !== 'win32' && path.startsWith(POSIX_FILE)) return path.slice(POSIX_FILE.length - 1);
  return fileURLToPath(uriOf(path));
}
