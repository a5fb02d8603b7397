/** The locale of messages by the environment's variables, the strongest first: `de_DE.UTF-8`. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const value = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(isSet);
  return value?.replace(/[.@].*$/, '');
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
