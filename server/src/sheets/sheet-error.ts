/** A file that cannot be read as a sheet, or a sheet that a file cannot hold. The message is meant for the author. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}
