type HelpFile = Readonly<Record<string, string>>;

/**
 * The help of a rule in a file of `dist/rule-help`, as it is in `server/src/rule-help` except for the order of its
 * sections. `undefined` if the file doesn't have it. The packages are smaller because the examples of all rules are at
 * the end of the file, and those that are the same in English are only in the file of `en`.
 */
export function helpIn(file: HelpFile, english: HelpFile, rule: string): string | undefined {
  const text = textIn(file, rule);
  const examples = textIn(file, `${rule}/examples`) ?? textIn(english, `${rule}/examples`) ?? '';
  return text === undefined ? undefined : `${text}\n\n${examples}`;
}

function textIn(file: HelpFile, name: string): string | undefined {
  return Object.hasOwn(file, name) ? file[name] : undefined;
}
