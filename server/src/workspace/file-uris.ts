import { URI } from 'vscode-uri';
import type { FilePath } from '../core/index.js';
import { parsedUri } from './uris.js';

/** The path of a file in the core's form: decoded. A string that isn't a URI is returned unchanged. */
export function filePathOf(uri: string): FilePath {
  try {
    const { scheme, authority, path } = parsedUri(uri);
    return `${scheme}://${authority}${path}`;
  } catch {
    return uri;
  }
}

/** The normalized URI of a file. A string that isn't a path is returned unchanged. */
export function uriOf(path: FilePath): string {
  const [, scheme = 'file', authority = '', rest = path] = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/is.exec(path) ?? [];
  try {
    return URI.from({ scheme, authority, path: rest }).toString();
  } catch {
    return path;
  }
}
