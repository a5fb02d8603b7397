import type { AnyUri } from '../../workspace/index.js';
import { Outdated } from './run-safe.js';
import type { DocumentDiagnostics, Session } from './session.js';

/**
 * The version of the open document that has `text`; `null` if the page isn't open, `undefined` if the editor has a
 * different text.
 */
export function versionWith(text: string, uri: AnyUri, { documents }: Session): number | null | undefined {
  const document = documents.get(uri);
  if (document === undefined) return null;
  return document.getText() === text ? document.version : undefined;
}

/** Throws `Outdated` if the document has changed since the response was computed. */
export function assertCurrent({ uri, version }: DocumentDiagnostics, { documents }: Session): void {
  if (documents.get(uri)?.version !== version) throw new Outdated();
}
