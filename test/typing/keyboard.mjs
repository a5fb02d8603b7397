// A keyboard whose next key does not wait until the workbench has dealt with the one before, just as hands do not wait.

/** How many events may be on their way; hands stop too when the screen is far behind. */
const MOST_ON_THE_WAY = 16;
const SHIFT = 8;

/** Keys that Chromium is told by their Windows code; of two characters of a key, the second needs Shift. */
const NAMED = {
  Enter: 13,
  Tab: 9,
  Backspace: 8,
  Escape: 27,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Home: 36,
  End: 35,
  Insert: 45,
  Delete: 46,
};
const PUNCTUATION = {
  '`~': 192,
  '-_': 189,
  '=+': 187,
  '[{': 219,
  ']}': 221,
  '\\|': 220,
  ';:': 186,
  '\'"': 222,
  ',<': 188,
  '.>': 190,
  '/?': 191,
};
/** VS Code closes these by itself, but only in a line above which it knows all colours. */
const OPENING = new Set('([{<`"\'');
const DIGITS_WITH_SHIFT = ')!@#$%^&*(';

/**
 * @typedef {{ key: string, windowsVirtualKeyCode: number, modifiers: number, code?: string, text?: string }} KeyEvent
 */

/** @type {ReadonlyMap<string, KeyEvent>} */
const KEYS = new Map([...namedKeys(), ...characterKeys()].map((event) => [event.key, event]));

/** @returns {KeyEvent[]} */
function namedKeys() {
  return Object.entries(NAMED).map(([key, code]) => ({
    key,
    code: key,
    windowsVirtualKeyCode: code,
    modifiers: 0,
    ...(key === 'Enter' && { text: '\r' }),
  }));
}

/** @returns {KeyEvent[]} */
function characterKeys() {
  const keys = [
    { characters: ' ', code: 32 },
    ...Object.entries(PUNCTUATION).map(([characters, code]) => ({ characters, code })),
  ];
  for (let letter = 0; letter < 26; letter++)
    keys.push({ characters: String.fromCharCode(97 + letter, 65 + letter), code: 65 + letter });
  for (let digit = 0; digit < 10; digit++)
    keys.push({ characters: `${digit}${DIGITS_WITH_SHIFT[digit]}`, code: 48 + digit });
  return keys.flatMap(({ characters, code }) =>
    [...characters].map((key, index) => ({ key, text: key, windowsVirtualKeyCode: code, modifiers: index * SHIFT })),
  );
}

export class Keyboard {
  /** @type {Promise<unknown>[]} */
  #onTheWay = [];
  /** What was sent, in the words of `witness.mjs`. @type {string[]} */
  sent = [];

  /**
   * @param {import('playwright-core').Page} page
   * @param {import('playwright-core').CDPSession} cdp
   */
  constructor(page, cdp) {
    this.page = page;
    this.cdp = cdp;
  }

  /**
   * Strikes a key. One that the keyboard does not have comes as text, as from an input method that commits it.
   *
   * @param {string} key a character, or a name as in Playwright
   */
  async strike(key) {
    const event = KEYS.get(key);
    if (event === undefined) return key.length > 2 ? this.#strikeTogether(key) : this.insert(key);
    if (OPENING.has(key)) await this.#calm();
    this.sent.push(`key ${key}`);
    this.#send({ type: event.text === undefined ? 'rawKeyDown' : 'keyDown', ...event });
    this.#send({ ...event, type: 'keyUp', text: '' });
    while (this.#onTheWay.length > MOST_ON_THE_WAY) await this.#onTheWay.shift();
  }

  /** @param {string} text arrives at once */
  async insert(text) {
    await this.arrived();
    this.sent.push(`text ${text}`);
    await this.cdp.send('Input.insertText', { text });
  }

  /** @param {string} text an input method shows it, and may show another in its place */
  async show(text) {
    await this.arrived();
    this.sent.push(`text ${text}`);
    await this.cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }

  /** Waits until the workbench has got all that was sent: text takes another way than keys, and would overtake them. */
  async arrived() {
    await Promise.all(this.#onTheWay.splice(0));
  }

  /** Waits until the workbench has nothing left to do: until it has coloured the line, too. */
  async #calm() {
    await this.arrived();
    await this.page.evaluate(async () => {
      const turn = () => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve)));
      await turn();
      await turn();
    });
  }

  /** @param {string} keys such as `Shift+Tab` */
  async #strikeTogether(keys) {
    await this.arrived();
    this.sent.push(`key ${keys.split('+').at(-1)?.replace('Space', ' ')}`);
    await this.page.keyboard.press(keys);
  }

  /** @param {KeyEvent & { type: 'keyDown' | 'rawKeyDown' | 'keyUp' }} event */
  #send(event) {
    const arrival = this.cdp.send('Input.dispatchKeyEvent', event);
    // An error is thrown where the arrival is awaited.
    arrival.catch(() => {});
    this.#onTheWay.push(arrival);
  }
}
