// npm run bench: builds and runs every benchmark, one after the other, so that none disturbs another.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await installPackages(root);
for (const args of [
  ['esbuild.js', '--production'],
  ['esbuild.js', '--tests'],
]) {
  if ((await runNode(args)).code !== 0) process.exit(1);
}
const files = readdirSync('out/test', { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.bench.js'))
  .sort();
for (const name of files) {
  const { code } = await runNode(['--expose-gc', join('out/test', name), ...process.argv.slice(2)]);
  if (code !== 0) process.exitCode = 1;
}
