// npm run package: builds both packages into packages/ (or --out DIR), and fails if one is too large.
//
//   fasttrack-playbook-<version>.vsix   the extension
//   fasttrack-playbook-<version>.tgz    the command line and the language server, for npm
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { installPackages } from './install.mjs';
import { minifyAll } from './package/minify.mjs';
import { stageExtension, stageNpm } from './package/stage.mjs';
import { run, runNode } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In bytes. What an author downloads for a linter has to stay small. */
const LIMITS = /** @type {Record<string, number>} */ ({ vsix: 1_800_000, tgz: 2_000_000 });

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'packages' } } });
  process.chdir(root);
  await installPackages(root);
  const out = resolve(values.out);
  const stage = resolve(`out/package-${process.pid}`);
  mkdirSync(out, { recursive: true });
  try {
    const build = join(stage, 'build');
    const metafile = join(build, 'metafile.json');
    mkdirSync(build, { recursive: true });
    const args = ['esbuild.js', '--production', `--dist=${join(build, 'dist')}`, `--metafile=${metafile}`];
    if ((await runNode(args)).code !== 0) throw new Error('The build failed');
    await minifyAll(join(build, 'dist'));
    const made = { root, build, metafiles: JSON.parse(readFileSync(metafile, 'utf8')) };
    return [
      await packExtension(stageExtension(made, join(stage, 'extension')), out),
      await packForNpm(stageNpm(made, join(stage, 'npm')), out),
    ];
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} out
 */
async function packExtension(folder, out) {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const packagePath = join(out, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: folder,
    packagePath,
    dependencies: false,
    // The links are rewritten already, and the repository is left out as long as it has no address.
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  return packagePath;
}

/**
 * @param {string} folder
 * @param {string} out
 */
async function packForNpm(folder, out) {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', out];
  const { code, output } = await run('npm', args, { cwd: folder, show: false });
  if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(out, `${name}-${version}.tgz`);
}

/** @param {readonly string[]} files */
function checkSizes(files) {
  for (const file of files) {
    const limit = LIMITS[file.slice(file.lastIndexOf('.') + 1)] ?? 0;
    const { size } = statSync(file);
    console.log(`${file}: ${size.toLocaleString('en')} of at most ${limit.toLocaleString('en')} bytes`);
    if (size > limit) process.exitCode = 1;
  }
}

main().then(checkSizes, (error) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});
