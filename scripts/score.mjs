// npm run score [-- --fix | --list [rule-id]]: how the rules do on the real playbooks in ../shared, where they are.
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
const built = await runNode(['esbuild.js', '--tests', '--outdir=out/score']);
process.exitCode = built.code === 0 ? (await runNode(['out/score/score/score.js', ...process.argv.slice(2)])).code : 1;
