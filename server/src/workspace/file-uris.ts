import { URI } from 'vscode-uri';
import { asFilePath, type FilePath } from '../core/index.js';
import { asUri, isPlain, parsed, type AnyUri, type Uri } from './uris.js';

/** The path of a file in the core's form: decoded. A string that isn't a URI is returned unchanged. */
export function filePathOf(uri: AnyUri): FilePath {
  if (isPlain(uri)) return asFilePath(uri);
  const known = parsed(uri);
  return asFilePath(known === undefined ? uri : `${known.scheme}://${known.authority}${known.path}`);
}

/** The normalized URI of a file. A string that isn't a path is returned unchanged. */
export function uriOf(path: FilePath): Uri {
  const uri = asUri(path);
  if (isPlain(uri)) return uri;
  const [, scheme = 'file', authority = '', rest = path] = /^([a-z][\w+.-]*):\/\/([^/]*)(.*)$/is.exec(path) ?? [];
  try {
    return asUri(URI.from({ scheme, authority, path: rest }).toString());
  } catch {
    // The error says that this isn't a path of a file, which is an answer.
    return asUri(path);
  }
}
