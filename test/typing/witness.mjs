// Sees in the workbench which keys arrive in the editor, so that a key that got lost on its way is not taken for one that
// the extension swallowed.

/** What is said of a key that arrived while something other than an editor had the focus. */
export const OUTSIDE = ' outside the editor';

/**
 * Starts anew with an empty list.
 *
 * @param {import('playwright-core').Page} page
 */
export async function watchKeys(page) {
  await page.evaluate((outside) => {
    const own = /** @type {Window & { arrivedKeys?: string[] }} */ (window);
    const isFirst = own.arrivedKeys === undefined;
    own.arrivedKeys = [];
    if (!isFirst) return;
    const note = (/** @type {string} */ what) => own.arrivedKeys?.push(what);
    const watched = new WeakSet();
    /** Text comes to the object that stands between an editor and the input methods, and to no element. */
    const watchText = (/** @type {unknown} */ target) => {
      const { editContext } = /** @type {{ editContext?: EventTarget }} */ (target ?? {});
      if (!editContext || watched.has(editContext)) return;
      watched.add(editContext);
      editContext.addEventListener('textupdate', (event) =>
        note(`text ${/** @type {Event & { text: string }} */ (event).text}`),
      );
    };
    const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta']);
    watchText(document.activeElement);
    addEventListener('focusin', ({ target }) => watchText(target), { capture: true });
    addEventListener(
      'keydown',
      ({ key, target }) => {
        if (modifiers.has(key)) return;
        const isInEditor = target instanceof Element && target.closest('.editor-instance') !== null;
        note(`key ${key}${isInEditor ? '' : outside}`);
      },
      { capture: true },
    );
  }, OUTSIDE);
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<string[]>} `key Enter`, or `text 日本`, in the order in which they arrived
 */
export function arrivedKeys(page) {
  return page.evaluate(() => /** @type {Window & { arrivedKeys?: string[] }} */ (window).arrivedKeys ?? []);
}

/**
 * The first thing sent that did not arrive in its place. A key that writes is followed by its text, which nobody sent.
 *
 * @param {readonly string[]} sent
 * @param {readonly string[]} arrived
 * @returns {string | undefined} `undefined` when everything arrived once and in order
 */
export function firstLost(sent, arrived) {
  let next = 0;
  for (const what of arrived) {
    if (what === sent[next]) next++;
    else if (what.startsWith('key ')) return `${sent[next] ?? 'the end'} was due, and ${what} arrived`;
  }
  return next < sent.length ? `${sent[next]} did not arrive` : undefined;
}
