// What somebody who works in VS Code does: opens pages, runs commands, goes to places, presses keys.

/**
 * How long a person, and a test, waits for what must come, in milliseconds. A busy machine needs a minute for a new workbench
 * alone. Only a test that fails waits this long.
 */
export const PATIENCE = 240_000;

/**
 * @typedef {object} User
 * @property {(path: string) => Promise<void>} openFile by its path in the folder
 * @property {(key: string, typed: string) => Promise<void>} typeInBox opens the box on top by its key, and replaces what is in it
 * @property {(line: number, column: number) => Promise<void>} goToLine puts the caret there and shows it
 * @property {(text: string) => Promise<void>} goToText selects the first place that has it
 * @property {(text: string) => Promise<void>} goToEndOf puts the caret at the end of the first line that has it, in the editor that has the keyboard
 * @property {(title: string) => Promise<void>} runCommand by its title in the command palette
 * @property {(title: string, asks: string) => Promise<void>} runCommandThatAsks the same, by keyboard, until it asks under that title
 * @property {() => Promise<void>} goBack to the question before
 * @property {(key: string, shown: import('playwright-core').Locator) => Promise<void>} press until it shows
 * @property {() => Promise<import('playwright-core').Locator>} openQuickFixes at the caret; returns the menu
 * @property {(copied: { text: string, html?: string }) => Promise<void>} copy puts it on the clipboard, as another program would
 * @property {(isSo: () => boolean | Promise<boolean>, what: string) => Promise<void>} until asks again until it is so
 *
 * @param {import('playwright-core').Page} page
 * @returns {User}
 */
export function userOf(page) {
  const entries = page.locator('.quick-input-list .monaco-list-row');
  const box = page.locator('.quick-input-widget');
  const selection = page.locator('[id="status.editor.selection"]');
  const typeInBox = async (/** @type {string} */ key, /** @type {string} */ typed) => {
    const input = box.locator('input.input');
    // A box that was about to close takes the text with it; a person would open it again.
    for (let isTyped = false; !isTyped;) {
      await page.keyboard.press(key);
      isTyped = (await done(input.fill(typed, { timeout: 5_000 }))) && (await input.isVisible());
    }
  };
  /** Types into the list of files, as a person does, and takes the entry when it is there. */
  const pick = async (/** @type {string} */ typed, /** @type {string} */ entry) => {
    await typeInBox('Control+P', typed);
    const row = entries.filter({ hasText: entry }).first();
    // A list that is filled again at that moment loses the click. Opening a file twice does no harm.
    for (let isClosed = false; !isClosed;) {
      await row.click();
      isClosed = await done(box.waitFor({ state: 'hidden', timeout: 10_000 }));
    }
  };
  /** Opens the list of commands until it has `entry`: a command for playbooks is there once the page is known to be one. */
  const openCommands = async (/** @type {string} */ title, /** @type {import('playwright-core').Locator} */ entry) => {
    for (let isOffered = false; !isOffered;) {
      await typeInBox('F1', `>${title}`);
      isOffered = await done(entry.waitFor({ timeout: 2_000 }));
      if (isOffered) break;
      // An open list does not learn of new commands.
      await page.keyboard.press('Escape');
      // The next text must not go into a list that is about to close.
      await box.waitFor({ state: 'hidden' });
    }
  };
  const runCommand = async (/** @type {string} */ title) => {
    const entry = entries.filter({ hasText: title }).first();
    // A list that closes before the click has run nothing.
    for (let isChosen = false; !isChosen;) {
      await openCommands(title, entry);
      isChosen = await done(entry.click({ timeout: 10_000 }));
    }
    await box.waitFor({ state: 'hidden' });
  };
  const runCommandThatAsks = async (/** @type {string} */ title, /** @type {string} */ asks) => {
    await openCommands(title, page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }));
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget', { hasText: `${asks} (1/` }).waitFor();
  };
  const openFile = async (/** @type {string} */ path) => {
    const name = path.split('/').at(-1) ?? path;
    const tab = page.locator(`.tab.active[data-resource-name="${name}"]`);
    // The list is sorted anew while it fills, so a click may meet its neighbour.
    for (let isOpen = false; !isOpen;) {
      await pick(path, name);
      isOpen = await done(tab.waitFor({ timeout: 5_000 }));
    }
    await page.waitForSelector('.editor-instance .view-line');
  };
  const goToLine = async (/** @type {number} */ line, /** @type {number} */ column) => {
    await typeInBox('Control+G', `:${line}:${column}`);
    await page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  };
  const goToText = async (/** @type {string} */ text) => {
    await page.locator('.editor-instance .view-lines').first().click();
    await find(text);
  };
  const press = async (/** @type {string} */ key, /** @type {import('playwright-core').Locator} */ shown) => {
    // On a busy machine the key may come before the editor is ready for it; a person would press it again.
    for (let attempt = 1; !(await shown.isVisible()); attempt++) {
      await page.keyboard.press(key);
      const appeared = shown.waitFor({ timeout: 5_000 });
      await (attempt < 10 ? appeared.catch(() => page.keyboard.press('Control+1')) : appeared);
    }
  };
  const find = async (/** @type {string} */ text) => {
    const input = page.locator('.find-widget.visible textarea.input').first();
    // A box that closes from the search before loses what is written into it; a person would open it again.
    for (let isWritten = false; !isWritten;) {
      await press('Control+F', input);
      isWritten = await done(input.fill(text, { timeout: 5_000 }));
    }
    await page.keyboard.press('Enter');
    // The number is in brackets in every language of VS Code.
    await selection.filter({ hasText: new RegExp(`[(（]\\D*${text.length}\\D*[)）]`) }).waitFor();
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
  };
  const goToEndOf = async (/** @type {string} */ text) => {
    await page.keyboard.press('Control+Home');
    await find(text);
    // A key that comes before the editor has the keyboard again is lost.
    await until(async () => {
      await page.keyboard.press('End');
      return !/[(（]/.test(await selection.innerText());
    }, `the caret to leave ${text}`);
  };
  const openQuickFixes = async () => {
    const menu = page.locator('.action-widget .actionList');
    await press('Control+Period', menu);
    return menu;
  };
  const until = async (/** @type {() => boolean | Promise<boolean>} */ isSo, /** @type {string} */ what) => {
    for (const deadline = Date.now() + PATIENCE; !(await isSo()); await page.waitForTimeout(50))
      if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
  };
  const onClipboard = (/** @type {{ text: string, html?: string }} */ copied) => copy(page, copied);
  // The keys of VS Code itself, which differ.
  const goBack = () =>
    page.keyboard.press(
      { win32: 'Alt+ArrowLeft', darwin: 'Control+Minus' }[String(process.platform)] ?? 'Control+Alt+Minus',
    );
  return {
    openFile,
    typeInBox,
    goToLine,
    goToText,
    goToEndOf,
    runCommand,
    runCommandThatAsks,
    goBack,
    press,
    openQuickFixes,
    until,
    copy: onClipboard,
  };
}

/**
 * Whether it came to an end without an error.
 *
 * @param {Promise<unknown>} action
 */
function done(action) {
  return action.then(
    () => true,
    () => false,
  );
}

/**
 * Copies by the event that every program of a browser copies by: `navigator.clipboard` would clean the HTML first.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ text: string, html?: string }} copied
 */
async function copy(page, copied) {
  await page.evaluate(({ text, html }) => {
    const write = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', write, { capture: true, once: true });
    document.execCommand('copy');
  }, copied);
}
