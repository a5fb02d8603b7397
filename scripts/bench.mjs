// npm run bench: builds and runs every benchmark, one after the other, so that none disturbs another.
//
//   npm run bench                        prints the figures of all benchmarks
//   npm run bench -- --report            compares the product with other programs, and writes docs/performance.md
//   npm run bench -- --report --quick    the same with few rounds, to see whether it works
//
// If PLAYBOOK_CORPUS names a folder, --report also prints the figures of its pages.
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';
import { runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const isReport = process.argv.includes('--report');
await installPackages(root);
if (isReport) await installPeers();
for (const args of [
  ['esbuild.js', '--production'],
  ['esbuild.js', '--tests'],
]) {
  if ((await runNode(args)).code !== 0) process.exit(1);
}
for (const name of isReport ? ['bench/report/report.js'] : benchmarks()) {
  const { code } = await runNode(['--expose-gc', join('out/test', name), ...process.argv.slice(2)]);
  if (code !== 0) process.exitCode = 1;
}

function benchmarks() {
  return readdirSync('out/test', { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.bench.js'))
    .sort();
}

/** The other programs aren't packages of the project, so they are in a folder of their own, where no tool looks. */
async function installPeers() {
  const peers = join(root, 'out/bench-peers');
  cpSync(join(root, 'test/bench/peers'), peers, { recursive: true });
  await installPackages(peers);
}
