// Builds every bundle the extension ships, and the tests. Types are checked by `npm run check`, never here.
//
//   node esbuild.js               the bundles in dist/
//   node esbuild.js --production  the same, minified, without source maps
//   node esbuild.js --watch       rebuilds on change
//   node esbuild.js --tests       the test files, into out/test/ (--outdir=DIR for another folder)
const esbuild = require('esbuild');
const { existsSync, readdirSync, rmSync } = require('node:fs');
const { basename, join } = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const testsDir = process.argv.find((argument) => argument.startsWith('--outdir='))?.slice('--outdir='.length) ?? 'out/test';

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  logLevel: 'warning',
  loader: { '.json': 'json' },
};

const node = { ...common, platform: 'node', format: 'cjs', plugins: [withoutGrayMatterExtras()] };
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  inject: ['server/src/browser/buffer-stub.ts'],
  plugins: [withoutGrayMatterExtras()],
};

/**
 * gray-matter can read files and brings engines of its own, one of which runs JavaScript from the page. Neither is ever
 * asked for (see server/src/core/parse/front-matter.ts), so neither is built in.
 */
function withoutGrayMatterExtras() {
  const absent = join(__dirname, 'server/src/core/parse/absent.cjs');
  return {
    name: 'without-gray-matter-extras',
    setup(build) {
      build.onResolve({ filter: /^(?:fs|(?:\.|\.\/lib)\/engines)$/ }, ({ importer }) =>
        /[\\/]gray-matter[\\/]/.test(importer) ? { path: absent } : undefined,
      );
    },
  };
}

/** The rules that have a page, for client/src/common/rule-ids.ts. */
function ruleIds() {
  const pages = existsSync('docs/rules') ? readdirSync('docs/rules') : [];
  return pages.filter((name) => /^[a-z].*\.md$/.test(name)).map((name) => basename(name, '.md')).sort();
}

const client = { define: { RULE_IDS: JSON.stringify(ruleIds()) }, external: ['vscode'] };

const bundles = [
  { ...node, ...client, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/node/client.js' },
  { ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/node/server.js', banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, ...client, format: 'cjs', inject: [], entryPoints: ['client/src/browser/extension.ts'], outfile: 'dist/browser/client.js' },
  // A worker has no `document`: packages that differ for one must give their other side.
  { ...browser, conditions: ['worker'], format: 'iife', entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/browser/server.js' },
  // The pages inside the panels.
  { ...common, platform: 'browser', format: 'iife', entryPoints: { report: 'client/report/main.ts' }, outdir: 'dist/report' },
  { ...common, entryPoints: { report: 'client/report/report.css' }, outdir: 'dist/report' },
  { ...common, platform: 'browser', format: 'iife', jsx: 'automatic', jsxImportSource: 'preact', entryPoints: { preview: 'client/preview/main.tsx' }, outdir: 'dist/preview' },
  { ...common, entryPoints: { preview: 'client/preview/preview.css' }, outdir: 'dist/preview' },
];

function testBundles() {
  const entryPoints = readdirSync('test', { recursive: true })
    .map(String)
    .filter((name) => /\.(test|bench)\.ts$|^score[\\/]score\.ts$|^fuzz[\\/]fuzz\.ts$/.test(name) || /^e2e[\\/]suite[\\/]index\.ts$/.test(name))
    .map((name) => join('test', name));
  return [{ ...node, entryPoints, outdir: testsDir, outbase: 'test', sourcemap: 'inline', external: ['vscode', 'esbuild', 'typescript', 'eslint', '@vscode/test-electron', 'playwright-core', 'vscode-oniguruma'] }];
}

async function main() {
  const wanted = process.argv.includes('--tests') ? testBundles() : bundles;
  if (process.argv.includes('--tests')) rmSync(testsDir, { recursive: true, force: true });
  if (watch) {
    for (const options of wanted) await (await esbuild.context(options)).watch();
    return;
  }
  await Promise.all(wanted.map((options) => esbuild.build(options)));
}

main().catch(() => process.exit(1));
