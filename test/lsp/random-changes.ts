import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ROOT } from '../bench/workspace-pages.js';
import { Dice } from '../support/dice.js';

/** The texts of files, by URI. */
export type Files = Map<string, string>;

const CONFIG = `${ROOT}/.playbooklint.json`;

/** Changes files and a cache at random, in the same way for the same seed. */
export class RandomChanges {
  readonly #files: Files;
  readonly dice: Dice;
  #count = 0;

  constructor(files: Files, seed: number) {
    this.#files = files;
    this.dice = new Dice(seed);
  }

  get pages(): string[] {
    return [...this.#files.keys()].filter((uri) => uri.endsWith('.md')).sort();
  }

  /** Returns what was changed. `cached`: the files of the cache. */
  change(cached: readonly string[]): string {
    const kinds = Object.entries(this.#kinds);
    const [name, work] = kinds[this.dice.roll(kinds.length)] ?? [];
    const page = this.dice.of(this.pages);
    work?.(page, cached);
    return `${name ?? ''} ${page}`;
  }

  readonly #kinds: Readonly<Record<string, (page: string, cached: readonly string[]) => void>> = {
    nothing: () => undefined,
    edit: (page) => this.#edit(page, (text) => text.replace(/\| (\d{3,})/, () => `| ${900 + this.dice.roll(150)}`)),
    letter: (page) => this.#edit(page, (text) => text.replace(/[aeiou]/, () => 'aeiou'.charAt(this.dice.roll(5)))),
    heading: (page) => this.#edit(page, (text) => text.replace(/^## .*/m, `## Part ${this.#count++}`)),
    'line breaks': (page) => this.#edit(page, (text) => text.replace(/\r?\n/g, '\r\n')),
    'many edits': () => {
      for (const page of this.pages) this.#edit(page, (text) => `${text}\n\nTask ${901 + this.dice.roll(40)}.\n`);
    },
    rename: (page) => {
      this.#files.set(page.replace(/[^/]+$/, `renamed-${this.#count++}.md`), this.#files.get(page) ?? '');
      this.#files.delete(page);
    },
    swap: (page) => {
      const other = this.dice.of(this.pages);
      const [one = '', two = ''] = [this.#files.get(page), this.#files.get(other)];
      this.#files.set(page, two).set(other, one);
    },
    delete: (page) => this.#files.delete(page),
    copy: (page) => this.#files.set(page.replace(ROOT, `${ROOT}/area-9`), this.#files.get(page) ?? ''),
    contents: (page) =>
      this.#files.set(
        page.replace(/[^/]+$/, 'toc.yml'),
        this.pages.map((other) => `- name: One\n  href: ${other.replace(/^.*\//, '')}\n`).join(''),
      ),
    words: () => this.#files.set(CONFIG, `{ "taskId": { "pattern": "^\\\\d{3,${4 + this.dice.roll(3)}}$" } }`),
    'no words': () => this.#files.delete(CONFIG),
    'a damaged cache': (_, cached) => {
      for (const file of cached) this.#damage(file);
    },
    'no cache': (_, cached) => {
      for (const file of cached) rmSync(file);
    },
  };

  #edit(page: string, change: (text: string) => string): void {
    this.#files.set(page, change(this.#files.get(page) ?? ''));
  }

  #damage(file: string): void {
    const content = readFileSync(file);
    for (let count = 0; count < 10; count++) content[this.dice.roll(content.length)] = this.dice.roll(256);
    writeFileSync(file, content.subarray(0, content.length - (this.dice.roll(3) === 0 ? this.dice.roll(100) : 0)));
  }
}
