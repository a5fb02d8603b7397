// npm run lint: likely mistakes and import walls, the layout of the code, import circles, and unused code.
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';
import { LINTERS } from './test/checks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
for (const [name, args] of LINTERS) {
  console.log(`${name} …`);
  if ((await runNode([...args])).code !== 0) process.exitCode = 1;
}
