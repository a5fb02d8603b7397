/**
 * What makes Excel, LibreOffice or Google Sheets take a cell of a CSV file for a formula, which may start a program. A
 * Japanese Excel reads the full-width signs like the others.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same behind apostrophes, which are then not all ours. */
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** `text` with an apostrophe in front where a spreadsheet would run it. `unguarded` takes it away again. */
export function guarded(text: string): string {
  // A text that looks guarded gets one more apostrophe, so that the way back is never in doubt.
  const needsGuard = (FORMULA.test(text) && !PLAIN_NUMBER.test(text)) || GUARDED.test(text);
  return needsGuard ? `'${text}` : text;
}

/** The text that `guarded` was given. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
