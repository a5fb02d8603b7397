import { defineMessages, type Message } from '../../messages/index.js';

const texts = defineMessages('task-id-pattern', {
  tooLong: 'The pattern is longer than {limit, plural, one {# character} other {# characters}}',
  notPattern: "This isn't a regular expression",
  caret: '"^" is only allowed at the start',
  dollar: '"$" is only allowed at the end',
  group: "Groups aren't supported in a task ID pattern",
  nothingToRepeat: {
    text: 'Nothing to repeat before "{quantifier}" could repeat',
    note: '"quantifier" is a character of a regular expression, such as *.',
  },
  bracketNotOpened: '"]" has no opening bracket. Write "\\]"',
  bracketNotClosed: 'This "[" isn\'t closed',
  lonelyBackslash: '"\\" has no character after it',
  unsupportedEscape: {
    text: '"{escape}" isn\'t supported in a task ID pattern',
    note: '"escape" is an escape sequence of a regular expression, such as \\b.',
  },
  notCharacters: '"{characterClass}" isn\'t a set of characters',
  notCount: {
    text: 'This "{brace}" isn\'t a count such as {one} or {range}. Write "{escaped}"',
    note: '"brace" is an opening brace, "one" and "range" are repeats in a regular expression, and "escaped" is an opening brace after a backslash.',
  },
  repeatedRepeat: "A repeat can't be repeated",
  wrongOrder: { text: '"{quantifier}" is in the wrong order', note: '"quantifier" is a repeat with two numbers.' },
  tooManyRepeats: 'The pattern has too many repeats: checking a page could take very long',
});

/** The maximum number of characters that an unbounded quantifier matches. No task ID is that long. */
const LONGEST_RUN = 64;
/** The maximum number of ways in which a pattern can match one text. Each quantifier multiplies them. */
const MAX_WAYS = 10_000;
const MAX_LENGTH = 200;

export type PatternResult =
  { readonly pattern: RegExp } | { readonly mistake: Message; /** Offset in the pattern. */ readonly at: number };

/**
 * A regular expression from an untrusted file, restricted to what can't take long: characters, classes, bounded
 * repeats, and alternatives at the top level; no groups, lookarounds or references. It has to match the whole cell.
 */
export function taskIdPattern(source: string): PatternResult {
  if (source.length > MAX_LENGTH) return { mistake: texts.tooLong({ limit: MAX_LENGTH }), at: MAX_LENGTH };
  const parser = new PatternParser(source);
  return parser.parse();
}

class PatternParser {
  readonly #source: string;
  #at = 0;
  #ways = 1;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): PatternResult {
    let out = '';
    try {
      while (this.#at < this.#source.length) out += this.#piece();
      return { pattern: new RegExp(`^(?:${out})$`, 'u') };
    } catch (error) {
      return {
        mistake: error instanceof PatternMistake ? error.said : texts.notPattern,
        at: Math.min(this.#at, this.#source.length),
      };
    }
  }

  #piece(): string {
    const char = this.#peek();
    if (char === '|') return this.#take();
    if (char === '^') {
      if (this.#at !== 0 && this.#source[this.#at - 1] !== '|') throw new PatternMistake(texts.caret);
      this.#take();
      return '';
    }
    if (char === '$') {
      const next = this.#source[this.#at + 1];
      if (next !== undefined && next !== '|') throw new PatternMistake(texts.dollar);
      this.#take();
      return '';
    }
    return this.#atom() + this.#quantifier();
  }

  #atom(): string {
    const char = this.#peek();
    if (char === '(' || char === ')') throw new PatternMistake(texts.group);
    if ('*+?{}'.includes(char)) throw new PatternMistake(texts.nothingToRepeat({ quantifier: char }));
    if (char === ']') throw new PatternMistake(texts.bracketNotOpened);
    if (char === '[') return this.#characterClass();
    if (char === '\\') return this.#escape();
    return this.#take() === '/' ? '\\/' : char;
  }

  #escape(): string {
    this.#take();
    const escaped = this.#peek();
    if (escaped === '') throw new PatternMistake(texts.lonelyBackslash);
    if (/[\dkbBpPucx]/.test(escaped)) throw unsupported(escaped);
    if (/[dDwWsS]/.test(escaped)) return `\\${this.#take()}`;
    if (/[A-Za-z]/.test(escaped)) throw unsupported(escaped);
    this.#take();
    return /[\^$\\.*+?()[\]{}|/-]/.test(escaped) ? (escaped === '-' ? '[-]' : `\\${escaped}`) : escaped;
  }

  #characterClass(): string {
    const start = this.#at;
    const end = /^\[\^?(?:\\.|[^\\\]])*\]/u.exec(this.#source.slice(start))?.[0];
    if (end === undefined) throw new PatternMistake(texts.bracketNotClosed);
    for (const [, escaped = ''] of end.matchAll(/\\(.)/gu)) {
      if (/[A-Za-z0-9]/.test(escaped) && !/[dDwWsS]/.test(escaped)) throw unsupported(escaped);
    }
    this.#at += end.length;
    // Throws for a range in the wrong order, with the position of the class.
    try {
      return (new RegExp(end, 'u'), end);
    } catch {
      this.#at = start;
      throw new PatternMistake(texts.notCharacters({ characterClass: end }));
    }
  }

  #quantifier(): string {
    const char = this.#peek();
    if (char === '?') return this.#repeat(this.#take(), 0, 1);
    if (char === '*') return this.#repeat(this.#take(), 0, LONGEST_RUN);
    if (char === '+') return this.#repeat(this.#take(), 1, LONGEST_RUN);
    if (char !== '{') return '';
    const match = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(this.#source.slice(this.#at));
    if (match === null)
      throw new PatternMistake(texts.notCount({ brace: '{', one: '{3}', range: '{3,4}', escaped: '\\{' }));
    this.#at += match[0].length;
    const least = Number(match[1]);
    return this.#repeat(
      match[0],
      least,
      match[2] === undefined ? least : match[3] === undefined ? least + LONGEST_RUN : Number(match[3]),
    );
  }

  #repeat(quantifier: string, least: number, most: number): string {
    const next = this.#peek();
    if ('?*+{'.includes(next) && next !== '') throw new PatternMistake(texts.repeatedRepeat);
    if (most < least) throw new PatternMistake(texts.wrongOrder({ quantifier }));
    this.#ways *= most - least + 1;
    if (this.#ways > MAX_WAYS || most > 1000) throw new PatternMistake(texts.tooManyRepeats);
    return `{${least},${most}}`;
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #take(): string {
    const char = this.#peek();
    this.#at++;
    return char;
  }
}

class PatternMistake extends Error {
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
}

function unsupported(escaped: string): PatternMistake {
  return new PatternMistake(texts.unsupportedEscape({ escape: `\\${escaped}` }));
}
