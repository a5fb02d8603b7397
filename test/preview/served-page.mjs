// A page as VS Code has it in a panel: our files and nothing else, under a policy as strict.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PATIENCE } from '../e2e/ui/user.mjs';

const HOST = 'http://panel.test';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Opens the page `/` of these files. What goes wrong in it is among its `failures`.
 * @param {import('./browser.mjs').Pages} pages
 * @param {{ width: number, height: number, forcedColors?: 'active' }} look
 * @param {Readonly<Record<string, string>>} files by their path
 */
export async function openPage(pages, { width, height, forcedColors }, files) {
  const page = await pages.newPage({
    viewport: { width, height },
    reducedMotion: 'reduce',
    ...(forcedColors && { forcedColors }),
  });
  page.setDefaultTimeout(PATIENCE);
  /** @type {string[]} */
  const failures = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('console', (message) => void (message.type() === 'error' && failures.push(message.text())));
  page.on('dialog', (dialog) => {
    failures.push(`A dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill({ contentType: typeOf(pathname), body: files[pathname] ?? '' });
  });
  await page.goto(`${HOST}/`);
  return Object.assign(page, { failures });
}

/**
 * @param {{ title: string, style: string, scripts: readonly string[], data?: Readonly<Record<string, string>> }} parts files by their path; `data`: the attributes of the body
 */
export function pageHtml({ title, style, scripts, data = {} }) {
  const attributes = Object.entries(data).map(
    ([key, value]) => ` data-${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${HOST}; script-src ${HOST}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${style}">
</head>
<body${attributes.join('')}>
${scripts.map((script) => `<script src="${script}"></script>`).join('\n')}
</body>
</html>`;
}

/** @param {import('playwright-core').Page} page */
export async function axeViolations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate('axe.run(document)');
  return violations.map(
    (/** @type {any} */ { id, nodes }) =>
      `${id}: ${nodes.map((/** @type {any} */ { html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

/** @param {string} path */
function typeOf(path) {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.css') ? 'text/css' : 'text/html';
}
