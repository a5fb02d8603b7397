import { URI } from 'vscode-uri';
import type { FilePath } from '../core/index.js';
import { parsedUri } from './uris.js';

/** The address of a file as the core writes it: decoded. A string that is no URI stays as it is. */
export function filePathOf(uri: string): FilePath {
  try {
    const { scheme, authority, path } = parsedUri(uri);
    return `${scheme}://${authority}${path}`;
  } catch {
    return uri;
  }
}

/** The URI of a file, in the one spelling that is used for all. What is no address stays as it is. */
export function uriOf(path: FilePath): string {
  const [, scheme = 'file', authority = '', rest = path] = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/is.exec(path) ?? [];
  try {
    return URI.from({ scheme, authority, path: rest }).toString();
  } catch {
    return path;
  }
}
