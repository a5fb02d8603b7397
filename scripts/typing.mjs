// npm run typing: types pages in a real VS Code, with the extension and without it, and compares the files.
//
//   npm run typing                    every page at three speeds
//   npm run typing -- --speed fast    at one of them: fast, normal, slow
//   npm run typing -- --page german   only the pages with this in their name
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
const built = await runNode(['esbuild.js']);
process.exitCode = built.code === 0 ? (await runNode(['test/typing/run.mjs', ...process.argv.slice(2)])).code : 1;
