import { printable } from './printable.js';

/** A destination for text. Each write resolves when the text was passed on. */
export interface TextSink {
  readonly isTerminal: boolean;
  /** For people. File names and content can't affect the terminal. */
  write(text: string): Promise<void>;
  /** The same, with our own escape sequences. The caller must make sure that the rest is printable. */
  writeStyled(text: string): Promise<void>;
  /** For another program: the text isn't changed, unless the destination is a terminal. */
  writeData(text: string): Promise<void>;
}

/** The sink of a stream, which `out` writes to. */
export function textSink(isTerminal: boolean, out: (text: string) => Promise<void>): TextSink {
  const write = (text: string): Promise<void> => out(printable(text));
  return { isTerminal, write, writeStyled: out, writeData: isTerminal ? write : out };
}
