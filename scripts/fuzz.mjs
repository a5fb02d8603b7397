// npm run fuzz [-- --seconds N] [-- --seed S] [-- --target parser|protocol]: throws random input at the core and the server.
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
const built = await runNode(['esbuild.js', '--tests', '--outdir=out/fuzz']);
process.exitCode = built.code === 0 ? (await runNode(['out/fuzz/fuzz/fuzz.js', ...process.argv.slice(2)])).code : 1;
