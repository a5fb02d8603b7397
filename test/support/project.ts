import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json; tests run from a bundle somewhere below it. */
export const root = findRoot(__dirname);

function findRoot(folder: string): string {
  return existsSync(join(folder, 'esbuild.js')) ? folder : findRoot(dirname(folder));
}

/** The real playbooks, where this machine has them; the suite passes without. */
export const shared = join(root, '..', 'shared');
export const hasShared = existsSync(join(shared, 'corpus'));
/** Why tests of real pages are skipped; `false` where they run. */
export const noShared = hasShared ? false : 'needs the real playbooks in ../shared/corpus';
