// A page that has nothing but our components, as the panel has them: a policy as strict, the same styles, VS Code's colours.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../e2e/host/browser.mjs';
import { themes } from './themes.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @returns {Promise<import('playwright-core').Browser | string>} why there is none */
export async function startBrowser() {
  try {
    return await launchBrowser({ home: `${root}.vscode-test/host`, node: '', serverMain: '' }, () => {});
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @typedef {keyof typeof themes} Theme */

/**
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<(options?: { theme?: Theme, width?: number, height?: number, forcedColors?: 'active' }) => Promise<import('playwright-core').Page>>}
 */
export async function pageOpener(browser) {
  const { script, style } = await bundled();
  return async ({ theme = 'dark', width = 900, height = 700, forcedColors } = {}) => {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', ...(forcedColors && { forcedColors }) });
    const failures = [];
    page.on('pageerror', (error) => failures.push(error));
    await page.route('http://preview.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/views.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (pathname === '/views.css') return route.fulfill({ contentType: 'text/css', body: `:root { ${themes[theme]} }\n${style}` });
      return route.fulfill({ contentType: 'text/html', body: html });
    });
    await page.goto('http://preview.test/');
    return Object.assign(page, { failures });
  };
}

const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src http://preview.test; script-src http://preview.test">
<title>Views</title>
<link rel="stylesheet" href="/views.css">
</head>
<body>
<script src="/views.js"></script>
</body>
</html>`;

/** @param {import('playwright-core').Page} page */
export async function axeViolations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate('axe.run(document)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: source, failureSummary }) => `${source} ${failureSummary}`).join('\n')}`);
}

/** The views with their texts, for which VS Code is not needed. */
async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { views: 'test/preview/views/harness.mjs', style: 'client/preview/preview.css' },
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [{ name: 'texts', setup: englishTexts }],
  });
  const textOf = (/** @type {string} */ suffix) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}

/** @param {import('esbuild').PluginBuild} build */
function englishTexts({ onResolve, onLoad }) {
  const contents = 'export const l10n = { t: (text, ...values) => text.replace(/\\{(\\d)\\}/g, (whole, index) => values[index] ?? whole) };';
  onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'texts' }));
  onLoad({ filter: /./, namespace: 'texts' }, () => ({ contents }));
}
