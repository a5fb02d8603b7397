// The page of the panel as VS Code has it: our two files, a policy as strict, the colours of a theme, and a stand-in for VS Code that remembers what it is sent.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { axeViolations, openPage, pageHtml } from '../served-page.mjs';
import { themes } from '../views/themes.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const host = `
  globalThis.posted = [];
  globalThis.ran = () => { globalThis.hasRun = true; };
  let state = JSON.parse(document.body.dataset.state ?? 'null') ?? undefined;
  const answer = document.body.dataset.answer;
  const post = (message) => {
    globalThis.posted.push(message);
    if (message.type === 'ready' && answer !== undefined) dispatchEvent(new MessageEvent('message', { data: JSON.parse(answer) }));
  };
  globalThis.acquireVsCodeApi = () => ({ postMessage: post, getState: () => state, setState: (next) => { state = next; globalThis.state = next; } });
`;

/** @typedef {keyof typeof themes} Theme */

/** What the other views have no use for. @type {Record<Theme, string>} */
const more = {
  light:
    '--vscode-button-foreground: #ffffff; --vscode-button-background: #005fb8; --vscode-menu-background: #ffffff; --vscode-menu-border: #cecece; --vscode-menu-selectionBackground: #005fb8; --vscode-menu-selectionForeground: #ffffff; --vscode-editorHoverWidget-background: #f8f8f8; --vscode-editorWidget-background: #f8f8f8; --vscode-widget-shadow: #00000029; --vscode-editor-lineHighlightBackground: #00000008; --vscode-input-placeholderForeground: #767676; --vscode-progressBar-background: #005fb8;',
  dark: '--vscode-button-foreground: #ffffff; --vscode-button-background: #0078d4; --vscode-menu-background: #1f1f1f; --vscode-menu-border: #454545; --vscode-menu-selectionBackground: #0078d4; --vscode-menu-selectionForeground: #ffffff; --vscode-editorHoverWidget-background: #202020; --vscode-editorWidget-background: #202020; --vscode-widget-shadow: #0000005c; --vscode-input-placeholderForeground: #989898; --vscode-progressBar-background: #0078d4;',
  'high contrast':
    '--vscode-button-foreground: #ffffff; --vscode-button-background: #000000; --vscode-menu-background: #000000; --vscode-menu-border: #6fc3df; --vscode-menu-selectionBorder: #f38518; --vscode-menu-selectionBackground: #00000000; --vscode-editorHoverWidget-background: #0c141f; --vscode-editorWidget-background: #0c141f; --vscode-input-placeholderForeground: #ffffffb3;',
  'high contrast light':
    '--vscode-button-foreground: #ffffff; --vscode-button-background: #0f4a85; --vscode-menu-background: #ffffff; --vscode-menu-border: #0f4a85; --vscode-menu-selectionBorder: #006bbd; --vscode-menu-selectionBackground: #00000000; --vscode-editorHoverWidget-background: #ffffff; --vscode-editorWidget-background: #ffffff; --vscode-input-placeholderForeground: #292929b3;',
};

/** @typedef {{ theme?: Theme, width?: number, height?: number, state?: unknown, data?: Record<string, string>, forcedColors?: 'active' }} PanelOptions */

/** @param {import('../browser.mjs').Pages} pages */
export function panelOpener(pages) {
  const script = readFileSync(`${root}dist/preview/preview.js`, 'utf8');
  const style = readFileSync(`${root}dist/preview/preview.css`, 'utf8');
  return async (
    /** @type {PanelOptions} */ { theme = 'dark', width = 1000, height = 640, state, data = {}, forcedColors } = {},
  ) => {
    const html = pageHtml({
      title: 'Tasks',
      style: '/preview.css',
      scripts: ['/host.js', '/preview.js'],
      data: { ...data, ...(state !== undefined && { state: JSON.stringify(state) }) },
    });
    const colours = `:root { ${themes[theme]}; ${more[theme]} }`;
    const page = await openPage(
      pages,
      { width, height, ...(forcedColors && { forcedColors }) },
      { '/': html, '/host.js': host, '/preview.js': script, '/preview.css': `${colours}\n${style}` },
    );
    return new Panel(page, page.failures);
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
    for (const message of messages)
      await this.page.evaluate(
        (sent) => window.dispatchEvent(new MessageEvent('message', { data: JSON.parse(sent) })),
        JSON.stringify(message),
      );
    await this.settle();
  }

  /** As the extension has it, when all is drawn. */
  async settle() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** What was sent since the last time, of one type. @param {string} [type] @returns {Promise<any[]>} */
  async posted(type) {
    const messages = await this.page.evaluate('posted.splice(0)');
    return type === undefined
      ? messages
      : messages.filter((/** @type {{ type: string }} */ message) => message.type === type);
  }

  /** Waits until a message was sent. @param {string} isIt an expression of its `type` and `edit` */
  async untilPosted(isIt) {
    await this.page.evaluate(
      `new Promise((done) => { const look = () => (posted.some(({ type, edit }) => ${isIt}) ? done() : requestAnimationFrame(look)); look(); })`,
    );
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
    await this.page
      .locator('.task', { hasText: id })
      .locator(`[data-column="${column}"]`)
      .click({ position: { x: 3, y: 3 } });
    await this.settle();
    await this.posted();
  }

  axe() {
    return axeViolations(this.page);
  }

  close() {
    return this.page.close();
  }
}
