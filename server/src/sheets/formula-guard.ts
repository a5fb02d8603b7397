/**
 * The first characters that make Excel, LibreOffice or Google Sheets read a cell of a CSV file as a formula, which can
 * start a program. Japanese versions of Excel treat the full-width characters in the same way.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same characters after apostrophes, some of which may belong to the original text. */
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** `text` with an apostrophe in front if a spreadsheet would run it. `unguarded` removes it. */
export function guarded(text: string): string {
  // A text that looks guarded gets another apostrophe, so that `unguarded` is unambiguous.
  const needsGuard = (FORMULA.test(text) && !PLAIN_NUMBER.test(text)) || GUARDED.test(text);
  return needsGuard ? `'${text}` : text;
}

/** The text that was passed to `guarded`. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
