/** The longest part of a value that a message shows. */
const LENGTH = 60;

/** A value of JSON in a message. */
export function shownValue(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length <= LENGTH ? written : `${written.slice(0, LENGTH)}…`;
}
