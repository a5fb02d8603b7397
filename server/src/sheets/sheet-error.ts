import type { Message } from '../messages/index.js';

/** A file that can't be read as a sheet, or a sheet that doesn't fit into a file format. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
  /** For the author. */
  readonly said: Message;

  constructor(said: Message, options?: ErrorOptions) {
    super(said.id, options);
    this.said = said;
  }
}
