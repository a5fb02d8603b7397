import { printable } from './printable.js';

/** Where text goes. Each write resolves when the text is out of our hands. */
export interface TextSink {
  readonly isTerminal: boolean;
  /** For people. What a file is named, or holds, can do nothing to the terminal. */
  write(text: string): Promise<void>;
  /** The same with escape sequences of our own. Whoever makes it up sees to it that all else in it is printable. */
  writeStyled(text: string): Promise<void>;
  /** For another program: not a character changes, unless the other side is a terminal after all. */
  writeData(text: string): Promise<void>;
}

/** The sink of a stream, which `out` writes to. */
export function textSink(isTerminal: boolean, out: (text: string) => Promise<void>): TextSink {
  const write = (text: string): Promise<void> => out(printable(text));
  return { isTerminal, write, writeStyled: out, writeData: isTerminal ? write : out };
}
