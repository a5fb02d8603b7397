import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Dice } from '../support/dice.js';
import type { CachedRepository } from './cached-repository.js';

/** Changes a repository, its times and its cache at random, in the same way for the same seed. */
export class Randomness {
  readonly #repository: CachedRepository;
  readonly dice: Dice;
  #count = 0;

  constructor(repository: CachedRepository, seed: number) {
    this.#repository = repository;
    this.dice = new Dice(seed);
  }

  /** Returns what was changed. */
  change(): string {
    const kinds = Object.entries(this.#kinds);
    const [name, work] = kinds[this.dice.roll(kinds.length)] ?? [];
    const page = this.dice.of(this.#repository.pages);
    work?.(page);
    return `${name ?? ''} ${page}`;
  }

  readonly #kinds: Readonly<Record<string, (page: string) => void>> = {
    nothing: () => undefined,
    edit: (page) => this.#edit(page, (text) => text.replace(/\| (\d{3,})/, () => `| ${900 + this.dice.roll(150)}`)),
    heading: (page) => this.#edit(page, (text) => text.replace(/^## .*/m, `## Part ${this.#count++}`)),
    include: (page) => this.#edit(page, (text) => `${text}\n[!INCLUDE [part](${this.#beside(page)})]\n`),
    'another text of the same size': (page) =>
      this.#edit(page, (text) => text.replace(/[aeiou]/, () => 'aeiou'.charAt(this.dice.roll(5)))),
    'same size and time': (page) => {
      const { atime, mtime } = statSync(this.#at(page));
      this.#edit(page, (text) => text.replace(/\d/, () => String(this.dice.roll(10))));
      utimesSync(this.#at(page), atime, mtime);
    },
    rename: (page) => this.#move(page, join(dirname(page), `renamed-${this.#count++}.md`)),
    'move to another edition': (page) => this.#move(page, join('archive', page)),
    delete: (page) => rmSync(this.#at(page)),
    copy: (page) => this.#repository.write(join('area-9', page), this.#repository.read(page)),
    'replace as a branch switch does': (page) => {
      const text = this.#repository.read(this.dice.of(this.#repository.pages));
      rmSync(this.#at(page));
      writeFileSync(this.#at(page), text);
    },
    'time back': (page) => utimesSync(this.#at(page), 1, 1),
    'time ahead': (page) => utimesSync(this.#at(page), new Date(), new Date(Date.now() + 1e9)),
    words: () =>
      this.#repository.write(
        '.playbooklint.json',
        `{ "taskId": { "pattern": "^\\\\d{3,${4 + this.dice.roll(3)}}$" } }`,
      ),
    'no words': () => rmSync(this.#at('.playbooklint.json'), { force: true }),
    'a damaged cache': () => this.#damage(),
    'no cache': () => rmSync(this.#repository.cache, { recursive: true, force: true }),
  };

  #at(page: string): string {
    return this.#repository.pathOf(page);
  }

  #beside(page: string): string {
    const beside = this.#repository.pages.filter((other) => dirname(other) === dirname(page));
    return this.dice.of(beside).slice(dirname(page).length + 1);
  }

  #edit(page: string, change: (text: string) => string): void {
    writeFileSync(this.#at(page), change(this.#repository.read(page)));
  }

  #move(page: string, to: string): void {
    mkdirSync(dirname(this.#at(to)), { recursive: true });
    renameSync(this.#at(page), this.#at(to));
  }

  #damage(): void {
    if (!existsSync(this.#repository.cache)) return;
    for (const file of this.#repository.cached) {
      const content = readFileSync(file);
      for (let count = 0; count < 20; count++) content[this.dice.roll(content.length)] = this.dice.roll(256);
      writeFileSync(file, content.subarray(0, content.length - this.dice.roll(100)));
    }
  }
}
