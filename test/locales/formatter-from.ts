import { formatterFor, type Formatter, type Translations } from '../../server/src/messages/formatting/index.js';

/** Chooses among translations in memory. A locale without any has no file. */
export function formatterFrom(
  locales: Readonly<Record<string, Translations>>,
): (wanted: string | undefined, log?: (failure: string) => void) => Formatter {
  const read = (locale: string): string => {
    if (locales[locale] === undefined) throw new Error(`No file ${locale}.json`);
    return JSON.stringify(locales[locale]);
  };
  return (wanted, log = () => undefined) => formatterFor(wanted, { read, log });
}
