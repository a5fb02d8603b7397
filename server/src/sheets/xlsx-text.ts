/**
 * What XML cannot hold, or would not give back: control characters, a carriage return, half a surrogate pair, and what
 * looks like an escape already.
 */
const ESCAPED =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-f]{4}_)/gi;
const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** The text as it stands in a workbook: in Excel's own escapes, and in those of XML. */
export function escapeText(text: string): string {
  return escapeXml(
    text.replace(ESCAPED, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
}

/** The text without Excel's escapes; those of XML are gone when it was read. */
export function unescapeText(text: string): string {
  return text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
