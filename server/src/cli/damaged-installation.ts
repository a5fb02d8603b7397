import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineMessages } from '../messages/index.js';
import { closestLocale, translationsIn } from '../messages/formatting/index.js';
import { printableLine } from './printable.js';

const texts = defineMessages('cli/damaged-installation', {
  file: {
    text: 'A file of playbook-lint is missing, damaged, or from another version: "{file}". Install playbook-lint again',
    note: 'Only "file" is replaced, with a path, so the text has no plurals and no apostrophes.',
  },
});

/** The line about a file of the program that can't be used. Its own engine would format the message, but is missing. */
export function damagedInstallation(file: string, wanted: string): string {
  const { id, english } = texts.file({ file });
  const text = translationsFor(wanted)[id] ?? english;
  return `playbook-lint: ${printableLine(text.replace('{file}', () => file))}\n`;
}

function translationsFor(wanted: string): Readonly<Record<string, string>> {
  const locale = closestLocale(wanted) ?? 'en';
  try {
    return locale === 'en' ? {} : translationsIn(readFileSync(join(__dirname, 'locales', `${locale}.json`), 'utf8'));
  } catch {
    // These may be damaged too.
    return {};
  }
}
