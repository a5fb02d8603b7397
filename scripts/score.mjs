// npm run score: how the rules do on the real playbooks in the folder that PLAYBOOK_CORPUS names.
//
//   npm run score                                what the safe fixes change in them
//   npm run score -- --list [rule-id]            every problem
//   npm run score -- --known DEFECTS TRAPS       which known defects are reported, and which traps wrongly are
//   npm run score -- --mistakes N [--seed N]     what the safe fixes make of pages with mistakes, the project's own too
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
const built = await runNode(['esbuild.js', '--tests', '--outdir=out/score']);
process.exitCode = built.code === 0 ? (await runNode(['out/score/score/score.js', ...process.argv.slice(2)])).code : 1;
