/**
 * The help of a rule in a file of `dist/rule-help`, as it is in `server/src/rule-help` except for the order of its
 * sections. `undefined` if the file doesn't have it. The examples of all rules are at the end of the file, because the
 * packages are smaller that way.
 */
export function helpIn(file: Readonly<Record<string, string>>, rule: string): string | undefined {
  const [text, examples] = [rule, `${rule}/examples`].map((name) =>
    Object.hasOwn(file, name) ? file[name] : undefined,
  );
  return text === undefined ? undefined : `${text}\n\n${examples ?? ''}`;
}
