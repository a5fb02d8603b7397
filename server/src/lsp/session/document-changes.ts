import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Positions } from './positions.js';

/** The document after `changes`, which apply one after the other. */
export function changedDocument(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  positions: Positions,
): TextDocument {
  if (positions.encoding === 'utf-16') return TextDocument.update(document, [...changes], version);
  return changes.reduce(
    (current, change) => TextDocument.update(current, [inUtf16(current, change, positions)], version),
    document,
  );
}

function inUtf16(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  positions: Positions,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const at = ({ line, character }: Position): Position => {
    const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
    return { line, character: positions.columnIn(text, character) };
  };
  return { text: change.text, range: { start: at(change.range.start), end: at(change.range.end) } };
}
