import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder that holds package.json; tests run from a bundle somewhere below it. */
export const root = findRoot(__dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'esbuild.js')) ? folder : findRoot(dirname(folder));
}

const folder = process.env['PLAYBOOK_CORPUS'];

/** A folder of real playbooks, where the variable `PLAYBOOK_CORPUS` names one; the suite passes without. */
export const corpus = folder === undefined || folder === '' ? '' : resolve(root, folder);
export const hasCorpus = corpus !== '';
/** Why tests of real pages are skipped; `false` where they run. */
export const noCorpus = hasCorpus ? false : 'PLAYBOOK_CORPUS names no folder of real playbooks';
