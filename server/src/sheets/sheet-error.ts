/**
 * A file that can't be read as a sheet, or a sheet that doesn't fit into a file format. The message is for the author.
 */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}
