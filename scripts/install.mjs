// Installs the packages of package-lock.json when they are missing or older, so that one command is enough on a fresh clone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @param {string} root */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  console.log('Installing packages from npm …');
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, show: false });
  if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
}

/** @param {string} root */
function isInstalled(root) {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(installed);
  // Optional ones are for other platforms; the empty name is this package itself.
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version,
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
