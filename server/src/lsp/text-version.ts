import { Outdated } from './run-safe.js';
import type { DocumentDiagnostics, Session } from './session.js';

/** The version of the open document that has `text`; `null` when the page is not open, `undefined` when the editor has another text by now. */
export function versionWith(text: string, uri: string, { documents }: Session): number | null | undefined {
  const document = documents.get(uri);
  if (document === undefined) return null;
  return document.getText() === text ? document.version : undefined;
}

/** Throws `Outdated` when the document of the answer has changed since. */
export function assertCurrent({ uri, version }: DocumentDiagnostics, { documents }: Session): void {
  if (documents.get(uri)?.version !== version) throw new Outdated();
}
