import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allRules,
  asRelativePath,
  readConfig,
  resolveConfig,
  type LintConfig,
  type Vocabulary,
} from '../../server/src/core/index.js';
import { OURS, type LanguageServer } from './server-client.js';

/**
 * Four digits aren't enough for 35,000 tasks. With longer IDs, a long table has no problems: otherwise, sending the same
 * thousand of them at each letter would take most of the time.
 */
const CONFIG = '{ "taskId": { "pattern": "^\\\\d{3,6}$", "description": "three to six digits" } }';
const NAME = '.playbooklint.json';

/** For the engine alone. */
export function longIds(): { readonly lint: LintConfig; readonly vocabulary: Vocabulary } {
  const { file, problems } = readConfig(NAME, CONFIG, allRules);
  if (problems.length > 0) throw new Error(`${NAME} has problems`);
  return resolveConfig([file], [NAME], allRules).configFor(asRelativePath('page.md'));
}

/** The language server of this project with such IDs, for a page outside of folders. */
export function serverWithLongIds(): LanguageServer {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const configuration = join(folder, NAME);
  writeFileSync(configuration, CONFIG);
  return { ...OURS, initializationOptions: { configuration, settings: { cache: false } } };
}
