/** An argument that every shell reads as one, and that isn't an option. */
export function forShell(argument: string): string {
  const name = argument.startsWith('-') ? `./${argument}` : argument;
  return /^[\w./-]+$/.test(name) ? name : `"${name}"`;
}
