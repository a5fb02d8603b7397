import { parsePlaybook, type Language, type Playbook } from '../../server/src/core/index.js';
import type { Span } from '../../server/src/core/text/span.js';

/** A clean page that mistakes are made in. */
export class Page {
  /** The path from the folder of its workspace, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly playbook: Playbook;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.playbook = parsePlaybook({ uri: `file:///${file}`, text });
  }

  get language(): Language {
    return this.playbook.language;
  }

  /** The line ending of the page. */
  get eol(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The line at `offset`, without its line ending. */
  lineAt(offset: number): Span {
    return this.playbook.lines.lineSpan(this.playbook.lines.lineAt(offset));
  }

  /** The number of the line at `offset`, counted from 0. */
  lineNumber(offset: number): number {
    return this.playbook.lines.lineAt(offset);
  }

  /** The offset of the line after the one at `offset`; the end of the text after the last one. */
  afterLine(offset: number): number {
    const { end } = this.lineAt(offset);
    return end + (/^(?:\r\n|\n|\r)/.exec(this.text.slice(end, end + 2))?.[0].length ?? 0);
  }
}
