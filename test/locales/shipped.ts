import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../support/project.js';

/** Why the programs that ship aren't tested; `false`: they are. */
export const notBuilt = existsSync(join(root, 'dist/locales')) ? false : 'dist/ is not built';

/** A copy of a program that ships, such as `cli.js`, with other files of translations. Returns its path. */
export function copyOf(program: string, translations: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-locales-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, program);
  for (const made of [dirname(copy), join(folder, 'locales')]) mkdirSync(made, { recursive: true });
  copyFileSync(join(root, 'dist', program), copy);
  for (const [locale, content] of Object.entries(translations))
    writeFileSync(join(folder, 'locales', `${locale}.json`), content);
  return copy;
}
