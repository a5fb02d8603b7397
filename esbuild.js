// Builds every bundle the extension ships, and the tests. Types are checked by `npm run check`, never here.
//
//   node esbuild.js               the bundles in dist/
//   node esbuild.js --production  the same, minified, without source maps
//   node esbuild.js --watch       rebuilds on change
//   node esbuild.js --tests       the test files, into out/test/ (--outdir=DIR for another folder)
//   node esbuild.js --production --dist=DIR --metafile=FILE   for a package: in another folder, and a list of all that is in them
const esbuild = require('esbuild');
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { publicAddress, publicFiles } = require('./scripts/package/address.cjs');
const manifest = require('./package.json');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const testsDir = valueOf('--outdir') ?? 'out/test';
const dist = valueOf('--dist');
const metafile = valueOf('--metafile');

/** The help of the rules in English: one file for each rule. */
const RULE_HELP = join('server/src/rule-help', 'en');
/** As in server/src/messages/formatting/locales.ts. */
const LOCALES = ['en', 'de', 'es', 'pt-br', 'ja', 'zh-cn'];

/** The address of the pages, for server/src/core/lint/docs-url.ts. */
const files = publicFiles(manifest);

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  target: 'es2022',
  // While watching, the reporter below prints what went wrong, once.
  logLevel: watch ? 'silent' : 'warning',
  loader: { '.json': 'json' },
  // The words of six languages need half the room as they are.
  charset: 'utf8',
  metafile: metafile !== undefined,
  define: {
    PRODUCT_VERSION: JSON.stringify(manifest.version),
    PRODUCT_ADDRESS: JSON.stringify(publicAddress(manifest) ?? null),
    PRODUCT_DOCS: JSON.stringify(files === undefined ? null : `${files}docs/`),
  },
};

const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  plugins: [withoutGrayMatterExtras(), withOneEntityTable()],
  // The edition for browsers brings a Buffer of its own.
  alias: { 'csv-parse/browser/esm/sync': 'csv-parse/sync' },
};
const browser = {
  ...common,
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  inject: ['server/src/browser/buffer-stub.ts'],
  plugins: [withoutGrayMatterExtras(), withOneEntityTable()],
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

/** The Markdown parser and the HTML parser each bring a table of all named characters. One is enough. */
function withOneEntityTable() {
  const one = join(__dirname, 'server/src/core/parse/named-characters.ts');
  return {
    name: 'with-one-entity-table',
    setup(build) {
      build.onResolve({ filter: /^decode-named-character-reference$/ }, () => ({ path: one }));
    },
  };
}

/** The command line starts without dist/engine.js, which a repeated command doesn't need. */
function withoutEngine() {
  return {
    name: 'without-engine',
    setup(build) {
      build.onResolve({ filter: /^\.\/engine\.js$/ }, () => ({ path: './engine.js', external: true }));
    },
  };
}

/** The command line loads dist/mcp.js only for `--mcp`, because it would make every other run start later. */
function withoutMcp() {
  return {
    name: 'without-mcp',
    setup(build) {
      build.onResolve({ filter: /\/mcp\/main\.js$/ }, () => ({ path: './mcp.js', external: true }));
    },
  };
}

/** dist/mcp.js takes the core from the language server, which is in the same package, see server/src/node/for-mcp.ts. */
function withoutCore() {
  return {
    name: 'without-core',
    setup(build) {
      build.onResolve({ filter: /^\.\.\/(?:agent-tools|messages\/formatting|node|workspace)\// }, () => ({
        path: './node/server.js',
        external: true,
      }));
    },
  };
}

/** No tool for agents asks the user to fill in a form, so the SDK needs no validator for forms. */
function withoutFormValidator() {
  const shims = join(__dirname, 'server/src/mcp/sdk-shims.ts');
  return {
    name: 'without-form-validator',
    setup(build) {
      build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({ path: shims }));
    },
  };
}

/** `require` finds the names that another bundle exports, also in a minified file; `import` guesses them from its text. */
const requiring = { supported: { 'dynamic-import': false } };

/** All rules, for client/src/common/rule-ids.ts. */
function ruleIds() {
  return readdirSync(RULE_HELP)
    .filter((name) => name.endsWith('.md'))
    .map((name) => basename(name, '.md'))
    .sort();
}

/**
 * Makes one file of the help of all rules in a locale, see server/src/rule-help. The links under "See also" are the same
 * in every language, so they are written in English only. A text without a translation is English.
 */
function ruleHelp() {
  return {
    name: 'rule-help',
    setup(build) {
      build.onResolve({ filter: /^rule-help:/ }, ({ path }) => ({
        path: `${path.slice('rule-help:'.length)}.json`,
        namespace: 'rule-help',
      }));
      build.onLoad({ filter: /.*/, namespace: 'rule-help' }, ({ path }) => {
        const folder = join('server/src/rule-help', basename(path, '.json'));
        const watchDirs = [RULE_HELP, folder].filter(existsSync).map((name) => join(__dirname, name));
        const files = watchDirs.flatMap((name) => readdirSync(name).map((file) => join(name, file)));
        const texts = ruleIds().map((id) => [id, helpOf(id, folder)]);
        // Similar texts side by side are compressed better, see server/src/shared/rule-help.ts.
        const file = [
          ...texts.map(([id, text]) => [id, text.replace(EXAMPLES, '')]),
          ...texts
            .map(([id, text]) => [id, examplesIn(text)])
            .filter(([id, own]) => folder === RULE_HELP || own !== examplesIn(helpOf(id, RULE_HELP)))
            .map(([id, own]) => [`${id}/examples`, own]),
        ];
        return { contents: JSON.stringify(Object.fromEntries(file)), loader: 'copy', watchDirs, watchFiles: files };
      });
    },
  };
}

/** The sections Problem and Fixed, up to the next section. Their examples contain headings of their own. */
const EXAMPLES = /^## Problem$[^]*?(?=^## (?:Options|When not to use it|See also)$)/m;

function examplesIn(text) {
  return EXAMPLES.exec(text)?.[0].trim() ?? '';
}

function helpOf(id, folder) {
  const english = readFileSync(join(RULE_HELP, `${id}.md`), 'utf8');
  const file = join(folder, `${id}.md`);
  if (folder === RULE_HELP || !existsSync(file)) return english;
  return `${readFileSync(file, 'utf8').trimEnd()}${english.slice(english.lastIndexOf('\n\n## See also\n'))}`;
}

/** Says which texts are shown in English in a locale. A release has none. */
function listMissingTranslations() {
  const messages = JSON.parse(readFileSync('server/src/messages/translated.json', 'utf8'));
  const help = JSON.parse(readFileSync('server/src/rule-help/translated.json', 'utf8'));
  const missing = [
    ...Object.entries(messages).flatMap(([id, { missing = [] }]) => missing.map((locale) => `  ${locale}: ${id}`)),
    ...Object.entries(help.missing).map(([id, locales]) => `  ${locales}: help of ${id}`),
  ];
  if (missing.length > 0) console.warn(`Missing translations:\n${missing.join('\n')}`);
}

/** What packages in CommonJS expect to be there. */
const commonJsNames =
  "import { createRequire as _createRequire } from 'node:module'; import { dirname as _dirname } from 'node:path'; import { fileURLToPath as _fileURLToPath } from 'node:url'; const require = _createRequire(import.meta.url); const __filename = _fileURLToPath(import.meta.url); const __dirname = _dirname(__filename);";

const client = { define: { ...common.define, RULE_IDS: JSON.stringify(ruleIds()) }, external: ['vscode'] };

const bundles = [
  { ...node, ...client, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/node/client.js' },
  {
    ...node,
    entryPoints: ['server/src/node/main.ts'],
    outfile: 'dist/node/server.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    ...requiring,
    plugins: [...node.plugins, withoutEngine()],
  },
  {
    ...node,
    entryPoints: ['server/src/cli/engine.ts'],
    outfile: 'dist/engine.js',
    ...requiring,
    plugins: [...node.plugins, withoutMcp()],
  },
  // Tools for AI agents. The command line loads this file, and the extension starts it.
  {
    ...node,
    entryPoints: ['server/src/mcp/main.ts'],
    outfile: 'dist/mcp.js',
    plugins: [withoutCore(), withoutFormValidator()],
  },
  {
    ...browser,
    ...client,
    format: 'cjs',
    inject: [],
    entryPoints: ['client/src/browser/extension.ts'],
    outfile: 'dist/browser/client.js',
  },
  // A worker has no `document`: packages that differ for one must give their other side.
  {
    ...browser,
    conditions: ['worker'],
    format: 'iife',
    entryPoints: ['server/src/browser/main.ts'],
    outfile: 'dist/browser/server.js',
  },
  // The translations, which are read when they are needed.
  {
    ...common,
    loader: { '.json': 'copy' },
    entryPoints: ['server/src/messages/locales/*.json'],
    outdir: 'dist/locales',
  },
  // The help of the rules, which is read when an author asks for it.
  {
    ...common,
    entryPoints: Object.fromEntries(LOCALES.map((locale) => [locale, `rule-help:${locale}`])),
    outdir: 'dist/rule-help',
    plugins: [ruleHelp()],
  },
  // The pages inside the panels.
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: { report: 'client/webviews/report/main.ts' },
    outdir: 'dist/report',
  },
  { ...common, entryPoints: { report: 'client/webviews/report/report.css' }, outdir: 'dist/report' },
  {
    ...common,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryPoints: { preview: 'client/webviews/preview/main.tsx' },
    outdir: 'dist/preview',
  },
  { ...common, entryPoints: { preview: 'client/webviews/preview/preview.css' }, outdir: 'dist/preview' },
];

/** The bundle in the folder that is wanted. */
function placed(options) {
  if (dist === undefined) return options;
  const name = options.outfile === undefined ? 'outdir' : 'outfile';
  return { ...options, [name]: options[name].replace(/^dist/, () => dist) };
}

/** What the tests leave where it is. */
const external = [
  'vscode',
  'esbuild',
  'typescript',
  'eslint',
  '@vscode/test-electron',
  'playwright-core',
  'vscode-oniguruma',
];
const tests = { ...node, outdir: testsDir, outbase: 'test', external };

function testBundles() {
  const files = readdirSync('test', { recursive: true }).map((name) => join('test', String(name)));
  return [
    // A hundred test files share the product in chunks: bundled one by one, each would hold all of it.
    {
      ...tests,
      entryPoints: files.filter((name) => /\.test\.ts$|[\\/]fuzz[\\/]fuzz\.ts$|[\\/]mutate[\\/]mutate\.ts$/.test(name)),
      format: 'esm',
      splitting: true,
      chunkNames: 'chunks/[hash]',
      banner: { js: commonJsNames },
    },
    // These are loaded by VS Code, or start themselves or each other in new processes.
    {
      ...tests,
      entryPoints: files.filter((name) =>
        /\.bench\.ts$|[\\/]bench[\\/]report[\\/](?:report|echo-server|read-all)\.ts$|[\\/]score[\\/]score\.ts$|[\\/]e2e[\\/]suite[\\/]index\.ts$/.test(
          name,
        ),
      ),
    },
  ];
}

async function main() {
  const wanted = process.argv.includes('--tests') ? testBundles() : bundles.map(placed);
  if (process.argv.includes('--tests')) {
    rmSync(testsDir, { recursive: true, force: true });
    for (const [folder, type] of [
      ['.', 'module'],
      ['bench', 'commonjs'],
      ['score', 'commonjs'],
      ['e2e', 'commonjs'],
    ]) {
      mkdirSync(join(testsDir, folder), { recursive: true });
      writeFileSync(join(testsDir, folder, 'package.json'), JSON.stringify({ type }));
    }
  }
  if (production) listMissingTranslations();
  if (watch) return watchAll(wanted);
  const results = await Promise.all(wanted.map((options) => esbuild.build(options)));
  if (metafile !== undefined) writeFileSync(metafile, JSON.stringify(results.map((result) => result.metafile)));
}

/** The value of `--name=value`. */
function valueOf(name) {
  return process.argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Builds at every change. Says what was built, what went wrong, and when the first build of all is done. */
async function watchAll(wanted) {
  const waiting = new Set(wanted);
  const say = (text) => console.log(`${new Date().toLocaleTimeString()} ${text}`);
  const reporterOf = (options) => ({
    name: 'reporter',
    setup(build) {
      build.onEnd(({ errors, warnings }) => {
        for (const [kind, messages] of [
          ['error', errors],
          ['warning', warnings],
        ]) {
          for (const text of esbuild.formatMessagesSync(messages, { kind, color: process.stdout.isTTY }))
            console.error(text);
        }
        say(
          errors.length > 0
            ? `${nameOf(options)}: not built, ${errors.length === 1 ? '1 error' : `${errors.length} errors`}`
            : `${nameOf(options)}: built`,
        );
        if (waiting.delete(options) && waiting.size === 0) say('Watching for changes. Press Ctrl-C to end.');
      });
    },
  });
  for (const options of wanted)
    await (await esbuild.context({ ...options, plugins: [...(options.plugins ?? []), reporterOf(options)] })).watch();
}

/** The output of a bundle, as its user knows it. */
function nameOf({ outfile, outdir, entryPoints }) {
  return (
    outfile ??
    Object.entries(entryPoints)
      .map(([name, path]) => (Array.isArray(entryPoints) ? path : join(outdir, `${name}${extensionOf(path)}`)))
      .join(', ')
  );
}

function extensionOf(entryPoint) {
  if (entryPoint.startsWith('rule-help:')) return '.json';
  return entryPoint.endsWith('.css') ? '.css' : '.js';
}

main().catch(() => process.exit(1));
