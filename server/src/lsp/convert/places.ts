import type { Location, Range } from 'vscode-languageserver';
import { readFileAt, type FilePath, type Place } from '../../core/index.js';
import { uriOf } from '../../workspace/index.js';
import type { Session } from '../session/session.js';

/** The position for the client. In a file that the index doesn't read, its start. */
export function toLocation(session: Session, { path, span }: Place): Location {
  const lines = readFileAt(session.workspace.index, path)?.lines;
  return { uri: clientUri(session, path), range: lines === undefined ? START : session.positions.rangeOf(lines, span) };
}

export function toLocations(session: Session, places: readonly Place[]): Location[] {
  return places.map((place) => toLocation(session, place));
}

/** The URI of the file; for an open document, in the client's spelling. */
export function clientUri({ documents }: Session, path: FilePath): string {
  const uri = uriOf(path);
  return documents.get(uri)?.uri ?? uri;
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
