/**
 * Characters that XML can't contain or preserve: control characters, carriage returns, unpaired surrogates, and text
 * that looks like an escape sequence.
 */
const ESCAPED =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-f]{4}_)/gi;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** The text in a workbook, with Excel's own escape sequences and those of XML. */
export function escapeText(text: string): string {
  return escapeXml(
    text.replace(ESCAPED, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

/** The text without Excel's escape sequences; those of XML were resolved when it was read. */
export function unescapeText(text: string): string {
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
