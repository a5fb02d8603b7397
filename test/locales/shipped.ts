import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { root } from '../support/project.js';

/** Why the programs that ship aren't tested; `false`: they are. */
export const notBuilt = existsSync(join(root, 'dist/locales')) ? false : 'dist/ is not built';

/**
 * A copy of a program that ships, such as `cli.js`, with other files of translations and of help for the rules. Returns
 * its path.
 */
export function copyOf(
  program: string,
  translations: Readonly<Record<string, string>>,
  ruleHelp: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-locales-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, program);
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(root, 'dist', program), copy);
  if (program === 'cli.js') copyFileSync(join(root, 'dist/engine.js'), join(folder, 'engine.js'));
  writeFiles(join(folder, 'locales'), translations);
  writeFiles(join(folder, 'rule-help'), ruleHelp);
  return copy;
}

function writeFiles(folder: string, contents: Readonly<Record<string, string>>): void {
  mkdirSync(folder);
  for (const [locale, content] of Object.entries(contents)) writeFileSync(join(folder, `${locale}.json`), content);
}
