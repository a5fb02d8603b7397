import { URI } from 'vscode-uri';
import type { FilePath } from '../core/index.js';

/** The address of a file as the core writes it: decoded. A string that is no URI stays as it is. */
export function filePathOf(uri: string): FilePath {
  try {
    const { scheme, authority, path } = URI.parse(uri);
    return `${scheme}://${authority}${path}`;
  } catch {
    return uri;
  }
}

/** The URI of a file, in the one spelling that is used for all. */
export function uriOf(path: FilePath): string {
  const [, scheme = 'file', authority = '', rest = path] = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/is.exec(path) ?? [];
  return URI.from({ scheme, authority, path: rest }).toString();
}
