import { URI, Utils } from 'vscode-uri';
import { asRelativePath, isTocName, type Branded, type RelativePath, type Unbranded } from '../core/index.js';

/** A normalized URI: two URIs of the same file are equal. */
export type Uri = Branded<'uri'>;

/** A URI as a client or a configuration file writes it. */
export type AnyUri = Unbranded<'uri'>;

/** `uri` as a normalized URI. Only for text that is one. */
export function asUri(uri: string): Uri {
  return uri as Uri;
}

/**
 * Whether this is the URI of a file, normalized and without an escape, so that it is read like a path. Most URIs are, and
 * parsing those of thousands of files takes time.
 */
export function isPlain(uri: AnyUri): boolean {
  return /^file:\/\/\/(?!\/)[\w./-]*$/.test(uri);
}

/** The normalized URI of a file. A string that isn't a URI is returned unchanged. */
export function normalizedUri(uri: AnyUri): Uri {
  return asUri(parsed(uri)?.toString() ?? uri);
}

/** The folder of `uri`; `undefined` at the root, and for schemes without folders such as `untitled:`. */
export function folderOf(uri: AnyUri): Uri | undefined {
  const file = parsed(uri);
  if (file === undefined || !file.path.startsWith('/')) return undefined;
  const folder = Utils.dirname(file);
  return folder.path === file.path ? undefined : asUri(folder.toString());
}

export function fileNameOf(uri: AnyUri): string {
  if (isPlain(uri) && !uri.endsWith('/')) return uri.slice(uri.lastIndexOf('/') + 1);
  const file = parsed(uri);
  return file === undefined ? '' : Utils.basename(file);
}

/** Whether the file has the name of a table of contents. */
export function isTocFile(uri: AnyUri): boolean {
  return isTocName(fileNameOf(uri));
}

/** The URI of `path`, which is relative to `folder` and uses `/`. */
export function resolvedUri(folder: Uri, path: string): Uri {
  return asUri(Utils.joinPath(URI.parse(folder), path).toString());
}

/**
 * The URI of a path as people write it for their own system. `undefined`: it is relative, and there is no folder that it
 * could be relative to.
 */
export function uriOfPath(path: string, folder: AnyUri | undefined): Uri | undefined {
  if (/^file:/i.test(path)) return normalizedUri(path);
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(path)) return asUri(URI.file(path).toString());
  return folder === undefined ? undefined : resolvedUri(normalizedUri(folder), path.replaceAll('\\', '/'));
}

/** The path from `folder` down to `uri`, decoded, with `/`; `undefined` if it isn't in the folder. */
export function relativePath(folder: AnyUri, uri: AnyUri): RelativePath | undefined {
  if (isPlain(folder) && isPlain(uri)) return pathBelow(folder, uri);
  const from = parsed(folder);
  const to = parsed(uri);
  if (from === undefined || to === undefined || from.scheme !== to.scheme || from.authority !== to.authority)
    return undefined;
  return pathBelow(from.path, to.path);
}

function pathBelow(folder: string, path: string): RelativePath | undefined {
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? asRelativePath(path.slice(start.length)) : undefined;
}

/**
 * `undefined` if `uri` isn't a URI. Accepts `file:////server/share` for `file://server/share`, as some programs write it.
 */
export function parsed(uri: AnyUri): URI | undefined {
  try {
    return URI.parse(uri.replace(/^file:\/{4,}/i, 'file://'));
  } catch {
    // The error says that this isn't a URI, which is an answer.
    return undefined;
  }
}
