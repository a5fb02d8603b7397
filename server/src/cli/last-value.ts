/**
 * The value of an option as most command lines write it, before the arguments are parsed. If it appears repeatedly, the
 * last one counts.
 */
export function lastValue(option: string, argv: readonly string[]): string | undefined {
  const values = argv.flatMap((argument, at) => {
    if (argument.startsWith(`${option}=`)) return [argument.slice(option.length + 1)];
    return argv[at - 1] === option ? [argument] : [];
  });
  return values.at(-1);
}
