import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { translationsIn, type Translations } from '../messages/formatting/index.js';
import { helpIn } from '../shared/rule-help.js';

/**
 * Reads the help of a rule in a locale from the files that ship beside the program. It is English if the file of the
 * locale can't be read, and empty if there is none at all.
 */
export function ruleHelpIn(folder: string, locale: string, log: (failure: string) => void): (id: string) => string {
  return (id) => helpOf(id, locale) ?? helpOf(id, 'en') ?? '';

  function fileOf(wanted: string): Translations {
    return translationsIn(readFileSync(join(folder, `${wanted}.json`), 'utf8'));
  }

  function helpOf(id: string, wanted: string): string | undefined {
    try {
      return helpIn(fileOf(wanted), fileOf('en'), id);
    } catch (error) {
      log(`The help of the rules in "${wanted}" can't be read: ${String(error)}`);
      return undefined;
    }
  }
}
