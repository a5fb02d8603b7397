// A page that has nothing but our components, with the styles of the panel and VS Code's colours.
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { openPage, pageHtml } from '../served-page.mjs';
import { themes } from './themes.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** @typedef {keyof typeof themes} Theme */

/** @param {import('../browser.mjs').Pages} pages */
export async function pageOpener(pages) {
  const { script, style } = await bundled();
  const html = pageHtml({ title: 'Views', style: '/views.css', scripts: ['/views.js'] });
  return (
    /** @type {{ theme?: Theme, width?: number, height?: number, forcedColors?: 'active' }} */ {
      theme = 'dark',
      width = 900,
      height = 700,
      forcedColors,
    } = {},
  ) =>
    openPage(
      pages,
      { width, height, ...(forcedColors && { forcedColors }) },
      { '/': html, '/views.js': script, '/views.css': `:root { ${themes[theme]} }\n${style}` },
    );
}

async function bundled() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { views: 'test/preview/views/harness.mjs', style: 'client/webviews/preview/preview.css' },
    bundle: true,
    write: false,
    outdir: 'out',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const textOf = (/** @type {string} */ suffix) => outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? '';
  return { script: textOf('.js'), style: textOf('.css') };
}
