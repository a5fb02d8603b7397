import { URI, Utils } from 'vscode-uri';
import { isTocName } from '../core/index.js';

/** The normalized URI of a file. A string that isn't a URI is returned unchanged. */
export function normalizedUri(uri: string): string {
  try {
    return parsedUri(uri).toString();
  } catch {
    return uri;
  }
}

/** The folder of `uri`; `undefined` at the root, and for schemes without folders such as `untitled:`. */
export function folderOf(uri: string): string | undefined {
  const parsed = parse(uri);
  if (parsed === undefined || !parsed.path.startsWith('/')) return undefined;
  const folder = Utils.dirname(parsed);
  return folder.path === parsed.path ? undefined : folder.toString();
}

export function fileNameOf(uri: string): string {
  const parsed = parse(uri);
  return parsed === undefined ? '' : Utils.basename(parsed);
}

/** Whether the file has the name of a table of contents. */
export function isTocFile(uri: string): boolean {
  return isTocName(fileNameOf(uri));
}

/** The URI of `path`, which is relative to `folder` and uses `/`. */
export function resolvedUri(folder: string, path: string): string {
  return Utils.joinPath(parsedUri(folder), path).toString();
}

/** The path from `folder` down to `uri`, decoded, with `/`; `undefined` if it isn't in the folder. */
export function relativePath(folder: string, uri: string): string | undefined {
  const from = parse(folder);
  const to = parse(uri);
  if (from === undefined || to === undefined || from.scheme !== to.scheme || from.authority !== to.authority)
    return undefined;
  const start = from.path.endsWith('/') ? from.path : `${from.path}/`;
  return to.path.startsWith(start) ? to.path.slice(start.length) : undefined;
}

/**
 * Throws if `uri` isn't a URI. Accepts `file:////server/share` for `file://server/share`, as some programs write it.
 */
export function parsedUri(uri: string): URI {
  return URI.parse(uri.replace(/^file:\/{4,}/i, 'file://'));
}

function parse(uri: string): URI | undefined {
  try {
    return parsedUri(uri);
  } catch {
    return undefined;
  }
}
