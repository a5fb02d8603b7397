/** Replaces `{0}` and `{1}` with numbers and names. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => values[Number(index)]?.toLocaleString() ?? whole);
}
