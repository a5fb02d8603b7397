// Opens the real workbench of a started server in a browser page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} WorkbenchOptions
 * @property {import('playwright-core').Browser} browser
 * @property {import('./server.mjs').Server} server
 * @property {string} folder
 * @property {string} [extension] folder of an extension under development
 * @property {string} [tests] the suite to run in the extension host
 * @property {string} [file] to open at the start
 * @property {{ width: number, height: number } | undefined} [size]
 * @property {(text: string) => void} [log] gets everything that goes to the console of the workbench and the extension host
 * @property {boolean | undefined} [withoutExtensions] keeps installed extensions from running, those of VS Code itself excepted
 * @property {number | undefined} [scale] device pixels per pixel, for sharp screenshots
 *
 * @param {WorkbenchOptions} options
 * @returns {Promise<{ page: import('playwright-core').Page, exit: Promise<number> }>} `exit` resolves when the suite, if any, has run
 */
export async function openWorkbench(options) {
  const { browser, size = { width: 1280, height: 800 }, scale = 1, log = () => {} } = options;
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  const exit = new Promise((resolve) => {
    // The workbench calls these two when it runs a suite.
    void page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
      log(args.join(' ')),
    );
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve(code));
  });
  await showWorkbench(page, options);
  return { page, exit };
}

/**
 * Opens the workbench in a page that is there.
 *
 * @param {import('playwright-core').Page} page
 * @param {Omit<WorkbenchOptions, 'browser' | 'size' | 'scale' | 'log'>} options
 */
export async function showWorkbench(page, options) {
  const query = new URLSearchParams({ folder: options.folder, payload: JSON.stringify(payloadOf(options)) });
  await page.goto(`${options.server.origin}/?${query}`);
}

/**
 * @param {Omit<WorkbenchOptions, 'browser' | 'size' | 'scale' | 'log'>} options
 * @returns {[string, string][]}
 */
function payloadOf({ server, extension, tests, file, withoutExtensions }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  /** @type {[string, string][]} */
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (withoutExtensions) payload.push(['disableExtensions', 'true']);
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  return payload;
}

/**
 * The user setting that makes an extension run in the web worker extension host. The workbench in a browser does not
 * follow `extensionDevelopmentKind`, which a desktop does.
 *
 * @param {string} extension its folder
 */
export function webWorkerSettings(extension) {
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
}
