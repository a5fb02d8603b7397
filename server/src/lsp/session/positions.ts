import type { Position, Range } from 'vscode-languageserver';
import type { LineMap, Span } from '../../core/index.js';
import type { PositionEncoding } from './client-features.js';

/** The only converter between offsets and LSP positions, in the encoding agreed on with the client. */
export class Positions {
  readonly encoding: PositionEncoding;

  constructor(encoding: PositionEncoding) {
    this.encoding = encoding;
  }

  positionAt(lines: LineMap, offset: number): Position {
    const { line, column } = lines.lineColumnAt(offset);
    return { line, character: this.encoding === 'utf-16' ? column : this.characterIn(lines.lineText(line), column) };
  }

  /** The character for a UTF-16 column of a line. */
  characterIn(line: string, column: number): number {
    return this.encoding === 'utf-16' ? column : unitsIn(line.slice(0, column), this.encoding);
  }

  rangeOf(lines: LineMap, { start, end }: Span): Range {
    return { start: this.positionAt(lines, start), end: this.positionAt(lines, end) };
  }

  /** Limited to the line, as the protocol requires. */
  offsetAt(lines: LineMap, { line, character }: Position): number {
    if (this.encoding === 'utf-16' || line >= lines.lineCount) return lines.offsetAt({ line, column: character });
    return lines.startOf(line) + this.columnIn(lines.lineText(line), character);
  }

  spanOf(lines: LineMap, { start, end }: Range): Span {
    return { start: this.offsetAt(lines, start), end: this.offsetAt(lines, end) };
  }

  /** The UTF-16 column for a `character` of a line. */
  columnIn(line: string, character: number): number {
    if (this.encoding === 'utf-16') return Math.min(character, line.length);
    let column = 0;
    let units = 0;
    for (const codePoint of line) {
      units += unitsIn(codePoint, this.encoding);
      if (units > character) break;
      column += codePoint.length;
    }
    return column;
  }
}

function unitsIn(text: string, encoding: PositionEncoding): number {
  let units = 0;
  for (const codePoint of text) units += encoding === 'utf-32' ? 1 : bytesOf(codePoint.codePointAt(0) ?? 0);
  return units;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
