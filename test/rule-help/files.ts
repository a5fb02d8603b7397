import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocaleName } from '../../server/src/messages/formatting/index.js';
import { root } from '../support/project.js';

const FOLDER = join(root, 'server/src/rule-help');

/** The rules that have help in a locale. */
export function rulesWithHelp(locale: LocaleName): string[] {
  const folder = join(FOLDER, locale);
  return existsSync(folder)
    ? readdirSync(folder)
        .map((name) => name.replace(/\.md$/, ''))
        .sort()
    : [];
}

/** The help of a rule in a locale, as translators write it. Empty if there is none. */
export function helpOf(locale: LocaleName, id: string): string {
  const file = join(FOLDER, locale, `${id}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
