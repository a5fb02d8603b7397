/** The longest part of a value that a message shows. */
const LENGTH = 60;

/** A value of JSON in a message. */
export function shownValue(value: unknown): string {
  const written = asJson(value);
  return written.length <= LENGTH ? written : `${written.slice(0, LENGTH)}…`;
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // It's nested too deeply.
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
