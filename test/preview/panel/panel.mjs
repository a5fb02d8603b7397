// The page of the panel as VS Code has it: our two files, a policy as strict, the colours of a theme, and a stand-in for VS Code that remembers what it is sent.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { themes } from '../views/themes.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const host = `
  globalThis.posted = [];
  globalThis.ran = () => { globalThis.hasRun = true; };
  let state = JSON.parse(document.body.dataset.state ?? 'null') ?? undefined;
  globalThis.acquireVsCodeApi = () => ({ postMessage: (message) => globalThis.posted.push(message), getState: () => state, setState: (next) => { state = next; globalThis.state = next; } });
`;

/** @typedef {keyof typeof themes} Theme */

/** What the other views have no use for. @type {Record<Theme, string>} */
const more = {
  light: '--vscode-button-foreground: #ffffff; --vscode-button-background: #005fb8; --vscode-menu-background: #ffffff; --vscode-menu-border: #cecece; --vscode-menu-selectionBackground: #005fb8; --vscode-menu-selectionForeground: #ffffff; --vscode-editorHoverWidget-background: #f8f8f8; --vscode-editorWidget-background: #f8f8f8; --vscode-widget-shadow: #00000029; --vscode-editor-lineHighlightBackground: #00000008; --vscode-input-placeholderForeground: #767676; --vscode-progressBar-background: #005fb8;',
  dark: '--vscode-button-foreground: #ffffff; --vscode-button-background: #0078d4; --vscode-menu-background: #1f1f1f; --vscode-menu-border: #454545; --vscode-menu-selectionBackground: #0078d4; --vscode-menu-selectionForeground: #ffffff; --vscode-editorHoverWidget-background: #202020; --vscode-editorWidget-background: #202020; --vscode-widget-shadow: #0000005c; --vscode-input-placeholderForeground: #989898; --vscode-progressBar-background: #0078d4;',
  'high contrast': '--vscode-button-foreground: #ffffff; --vscode-button-background: #000000; --vscode-menu-background: #000000; --vscode-menu-border: #6fc3df; --vscode-menu-selectionBorder: #f38518; --vscode-menu-selectionBackground: #00000000; --vscode-editorHoverWidget-background: #0c141f; --vscode-editorWidget-background: #0c141f; --vscode-input-placeholderForeground: #ffffffb3;',
  'high contrast light': '--vscode-button-foreground: #ffffff; --vscode-button-background: #0f4a85; --vscode-menu-background: #ffffff; --vscode-menu-border: #0f4a85; --vscode-menu-selectionBorder: #006bbd; --vscode-menu-selectionBackground: #00000000; --vscode-editorHoverWidget-background: #ffffff; --vscode-editorWidget-background: #ffffff; --vscode-input-placeholderForeground: #292929b3;',
};

/** @typedef {{ theme?: Theme, width?: number, height?: number, state?: unknown, data?: Record<string, string>, forcedColors?: 'active' }} PanelOptions */

/** @param {import('playwright-core').Browser} browser */
export async function panelOpener(browser) {
  const texts = await englishTexts();
  const script = readFileSync(`${root}dist/preview/preview.js`, 'utf8');
  const style = readFileSync(`${root}dist/preview/preview.css`, 'utf8');
  return async (/** @type {PanelOptions} */ { theme = 'dark', width = 1000, height = 640, state, data = {}, forcedColors } = {}) => {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', ...(forcedColors && { forcedColors }) });
    /** @type {string[]} */
    const failures = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    page.on('console', (message) => void (message.type() === 'error' && failures.push(message.text())));
    await page.route('http://panel.test/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/host.js') return route.fulfill({ contentType: 'text/javascript', body: host });
      if (pathname === '/preview.js') return route.fulfill({ contentType: 'text/javascript', body: script });
      if (pathname === '/preview.css') return route.fulfill({ contentType: 'text/css', body: `:root { ${themes[theme]}; ${more[theme]} }\n${style}` });
      return route.fulfill({ contentType: 'text/html', body: html({ texts, ...data, ...(state !== undefined && { state: JSON.stringify(state) }) }) });
    });
    await page.goto('http://panel.test/');
    return new Panel(page, failures);
  };
}

/** A panel, and both sides of what it talks with VS Code. */
export class Panel {
  /** @param {import('playwright-core').Page} page @param {string[]} failures */
  constructor(page, failures) {
    this.page = page;
    this.failures = failures;
  }

  /** @param {unknown[]} messages */
  async send(...messages) {
    // As text: a long message takes its time otherwise.
    for (const message of messages) await this.page.evaluate((sent) => window.dispatchEvent(new MessageEvent('message', { data: JSON.parse(sent) })), JSON.stringify(message));
    await this.settle();
  }

  /** As the extension has it, when all is drawn. */
  async settle() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** What was sent since the last time, of one type. @param {string} [type] @returns {Promise<any[]>} */
  async posted(type) {
    const messages = await this.page.evaluate('posted.splice(0)');
    return type === undefined ? messages : messages.filter((/** @type {{ type: string }} */ message) => message.type === type);
  }

  /** @param {string[]} keys */
  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settle();
    }
  }

  /** The text of what has the focus. @returns {Promise<string>} */
  focused() {
    return this.page.evaluate(() => document.activeElement?.textContent ?? '');
  }

  /** @returns {Promise<any>} */
  state() {
    return this.page.evaluate('state');
  }

  /** Puts the focus on the cell of a task. @param {string} id @param {number} [column] */
  async goTo(id, column = 0) {
    await this.page.locator('.task', { hasText: id }).locator(`[data-column="${column}"]`).click({ position: { x: 3, y: 3 } });
    await this.settle();
    await this.posted();
  }

  async axe() {
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate('axe.run(document)');
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join('\n')}`);
  }

  close() {
    return this.page.close();
  }
}

/** @param {Record<string, string>} data */
function html(data) {
  const attributes = Object.entries(data).map(([key, value]) => ` data-${key}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src http://panel.test; script-src http://panel.test">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tasks</title>
<link rel="stylesheet" href="/preview.css">
</head>
<body${attributes.join('')}>
<script src="/host.js"></script>
<script src="/preview.js"></script>
</body>
</html>`;
}

/** The texts of the panel, for which VS Code is not needed. */
async function englishTexts() {
  const { outputFiles } = await build({
    stdin: { contents: `import { panelTexts } from './client/src/common/preview/panel-texts'; globalThis.result = JSON.stringify(panelTexts());`, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    plugins: [{ name: 'vscode', setup: standIn }],
  });
  return String(runInNewContext(`${outputFiles[0]?.text}; globalThis.result`));
}

/** @param {import('esbuild').PluginBuild} build */
function standIn({ onResolve, onLoad }) {
  const contents = 'export const l10n = { t: (text, ...values) => text.replace(/\\{(\\d)\\}/g, (whole, index) => values[index] ?? whole) };';
  onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'stand-in' }));
  onLoad({ filter: /./, namespace: 'stand-in' }, () => ({ contents }));
}
