/**
 * Matches globs in a time that grows at most with the length of the glob times the length of the path, because globs
 * come from untrusted files. No library guarantees that: all of them translate globs to regular expressions, which
 * backtrack.
 */

/** A compiled glob. */
export interface Glob {
  /**
   * Whether the whole path matches. The path has `/` between folders. `onStep` is called for each part of the glob that
   * is compared with a character: at most the length of the glob times the length of the path.
   */
  matches(path: string, onStep?: () => void): boolean;
}

/**
 * `*`: any characters of one name. `**`: at the start of a name, any characters, including `/`; with the `/` after it,
 * also none. `?`: one character of a name. `[abc]`, `[a-z]`, `[!abc]`: one of these characters, or none of them.
 * `{a,b}`: one of several globs, which can be nested. Every other character matches itself, including an unclosed
 * bracket.
 */
export function compileGlob(glob: string): Glob {
  const [, end] = NAMES_WITH_END.exec(glob) ?? [];
  if (end !== undefined) return { matches: (path) => path.endsWith(end) };
  const builder = new Builder();
  const start = builder.sequence(new GlobReader([...glob]).read(), ACCEPT);
  const states = builder.states;
  const certain = certainText(glob);
  return { matches: (path, onStep) => path.includes(certain) && run(states, start, path, onStep) };
}

/** The most frequent globs, such as `**\/*.md`. */
const NAMES_WITH_END = /^\*\*\/\*([^*?[{/]*)$/;

/** A text that each matching path contains, so that most other paths needn't be compared character by character. */
function certainText(glob: string): string {
  if (/[[{]/.test(glob)) return '';
  // The slash after `**` may be missing.
  const texts = glob.split(/\*+\/?|\?/);
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** Whether a glob is a plain name, which matches only that path. */
export function isPlainGlob(glob: string): boolean {
  return !/[*?[{]/.test(glob);
}

/** What a part of a glob matches. `run`: any number of these characters. */
type Part =
  | { readonly kind: 'one' | 'run'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'folders' }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] };

const ANY: Part = { kind: 'run', accepts: () => true };
const ANY_OF_NAME: Part = { kind: 'run', accepts: isOfName };

function isOfName(character: string): boolean {
  return character !== '/';
}

class GlobReader {
  readonly #characters: readonly string[];
  /** The position of the matching `}` for each `{` that contains a comma. */
  readonly #closed: ReadonlyMap<number, number>;
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
    this.#closed = bracesIn(characters);
  }

  read(): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#characters.length) parts.push(this.#part());
    return parts;
  }

  /** Up to the next comma, or to the brace at `close`. */
  #option(close: number): Part[] {
    const parts: Part[] = [];
    while (this.#at < close && this.#characters[this.#at] !== ',') parts.push(this.#part());
    return parts;
  }

  #part(): Part {
    const character = this.#characters[this.#at] ?? '';
    if (character === '*') return this.#stars();
    if (character === '[') return this.#set() ?? this.#one((other) => other === '[');
    const close = this.#closed.get(this.#at);
    if (character === '{' && close !== undefined) return this.#choice(close);
    return this.#one(character === '?' ? isOfName : (other) => other === character);
  }

  #one(accepts: (character: string) => boolean): Part {
    this.#at++;
    return { kind: 'one', accepts };
  }

  #stars(): Part {
    const isStart = this.#at === 0 || /[/{,]/.test(this.#characters[this.#at - 1] ?? '');
    const from = this.#at;
    while (this.#characters[this.#at] === '*') this.#at++;
    if (this.#at - from !== 2 || !isStart) return ANY_OF_NAME;
    if (this.#characters[this.#at] !== '/') return ANY;
    this.#at++;
    return { kind: 'folders' };
  }

  #set(): Part | undefined {
    const isNegative = /[!^]/.test(this.#characters[this.#at + 1] ?? '');
    const from = this.#at + (isNegative ? 2 : 1);
    // A bracket in first position is one of the characters.
    const end = this.#characters.indexOf(']', from + 1);
    if (end === -1) return undefined;
    const listed = this.#characters.slice(from, end).join('');
    this.#at = end + 1;
    return { kind: 'one', accepts: (character) => isOfName(character) && isListed(listed, character) !== isNegative };
  }

  #choice(close: number): Part {
    const options: Part[][] = [];
    while (this.#at < close) {
      this.#at++;
      options.push(this.#option(close));
    }
    this.#at = close + 1;
    return { kind: 'choice', options };
  }
}

/** The braces that contain alternatives, as pairs of offsets. */
function bracesIn(characters: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly at: number; hasComma: boolean }[] = [];
  for (const [at, character] of characters.entries()) {
    if (character === '{') open.push({ at, hasComma: false });
    else if (character === ',') {
      const inner = open.at(-1);
      if (inner !== undefined) inner.hasComma = true;
    } else if (character === '}') {
      const closed = open.pop();
      if (closed?.hasComma === true) pairs.set(closed.at, at);
    }
  }
  return pairs;
}

/** Whether `character` is one of those in `[a-z_]`. */
function isListed(listed: string, character: string): boolean {
  const characters = [...listed];
  for (let at = 0; at < characters.length; at++) {
    const first = characters[at] ?? '';
    const last = characters[at + 1] === '-' ? characters[at + 2] : undefined;
    if (last === undefined ? character === first : first <= character && character <= last) return true;
    if (last !== undefined) at += 2;
  }
  return false;
}

/**
 * A state of the automaton. `on`: the character that leads to `next`. `free`: states that are reached without a
 * character.
 */
interface State {
  readonly on: ((character: string) => boolean) | undefined;
  readonly next: number;
  readonly free: readonly number[];
}

const ACCEPT = 0;

/** Builds states from parts, from the end to the start, because the state that a part leads to has to exist first. */
class Builder {
  readonly states: State[] = [{ on: undefined, next: ACCEPT, free: [] }];

  /** The state from which `parts` lead to `end`. */
  sequence(parts: readonly Part[], end: number): number {
    return parts.reduceRight((next, part) => this.#part(part, next), end);
  }

  #part(part: Part, end: number): number {
    if (part.kind === 'one') return this.#add({ on: part.accepts, next: end, free: [] });
    if (part.kind === 'run') return this.#add({ on: part.accepts, next: this.states.length, free: [end] });
    if (part.kind === 'choice')
      return this.#add({ on: undefined, next: ACCEPT, free: part.options.map((option) => this.sequence(option, end)) });
    // Any characters that end with a `/`, or none.
    const slash = this.#add({ on: (character) => character === '/', next: end, free: [] });
    const run = this.#add({ on: () => true, next: this.states.length, free: [slash] });
    return this.#add({ on: undefined, next: ACCEPT, free: [run, end] });
  }

  #add(state: State): number {
    this.states.push(state);
    return this.states.length - 1;
  }
}

/** Follows all paths through the states at once. */
function run(states: readonly State[], start: number, path: string, onStep?: () => void): boolean {
  const seen = new Int32Array(states.length);
  let round = 1;
  let active = reached(states, [start], seen, round);
  for (const character of path) {
    const next: number[] = [];
    for (const index of active) {
      onStep?.();
      const state = states[index];
      if (state?.on?.(character) === true) next.push(state.next);
    }
    if (next.length === 0) return false;
    active = reached(states, next, seen, ++round);
  }
  return active.includes(ACCEPT);
}

/** `from` and all states that are reached from it without a character, each once. */
function reached(states: readonly State[], from: readonly number[], seen: Int32Array, round: number): number[] {
  const found: number[] = [];
  const waiting = [...from];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (seen[index] === round) continue;
    seen[index] = round;
    found.push(index);
    for (const free of states[index]?.free ?? []) waiting.push(free);
  }
  return found;
}
