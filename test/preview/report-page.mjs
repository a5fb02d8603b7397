// The page of a report as VS Code has it in a panel.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPage, pageHtml } from './served-page.mjs';
import { themes } from './views/themes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @typedef {{ columns: readonly string[], rows: readonly (readonly (string | number)[])[], sortKeys: readonly null[] }} Table */

/**
 * Opens a report that shows `table`.
 * @param {import('./browser.mjs').Pages} pages @param {Table} table @param {{ kind?: string, width?: number, texts?: string }} [options] `texts`: the translations of the page
 */
export async function openReport(pages, table, { kind = 'metadata', width = 1000, texts } = {}) {
  const html = pageHtml({
    title: 'Report',
    style: '/report.css',
    scripts: ['/host.js', '/report.js'],
    data: { kind, ...(texts !== undefined && { texts }) },
  });
  const files = {
    '/': html,
    '/host.js': 'globalThis.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });',
    '/report.js': readFileSync(`${root}dist/report/report.js`, 'utf8'),
    '/report.css': `:root { ${themes.dark} }\n${readFileSync(`${root}dist/report/report.css`, 'utf8')}`,
  };
  const page = await openPage(pages, { width, height: 400 }, files);
  await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), { type: 'report', table });
  return page;
}
