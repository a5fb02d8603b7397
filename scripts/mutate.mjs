// npm run mutate: makes realistic mistakes in clean playbooks, and measures the problems and fixes that an author gets.
//
//   npm run mutate                               all kinds of mistakes, in the project's own pages
//   npm run mutate -- --report                   also writes the figures to docs/accuracy.md
//   npm run mutate -- --kind KIND                only this kind; may be given again
//   npm run mutate -- --kind KIND --list         each mistake with its problems and fixes
//   npm run mutate -- --language de              only the pages in this language
//   npm run mutate -- --set training             only one of the two sets of pages: training, held-out
//   npm run mutate -- --seed N --per-kind N      other mistakes, and more or fewer of each kind in each set
//
// If PLAYBOOK_CORPUS names a folder, its pages are measured after those of the project.
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);

/** @type {readonly string[][]} */
const steps = [
  ['esbuild.js'],
  ['esbuild.js', '--tests', '--outdir=out/mutate'],
  ['out/mutate/mutate/mutate.js', ...process.argv.slice(2)],
];
for (const step of steps) {
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = (await runNode(step)).code;
}
