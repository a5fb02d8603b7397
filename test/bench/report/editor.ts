import { existsSync, readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Editor } from '../editor.js';
import { oursWithCache } from '../server-client.js';
import { generatedRepository } from './repository.js';
import { sampleOf, type Sample } from './statistics.js';
import { inTurns } from './turns.js';

/** An editor that has a folder with so many pages open, in milliseconds. */
export interface EditorFigures {
  readonly pages: number;
  /** From the start of the server to the problems of the first page, and to the end of reading the folder. */
  readonly firstProblems: number;
  readonly indexed: number;
  /** The same when the folder is opened a second time. */
  readonly reopened: number;
  readonly letter: Sample;
  readonly codeActions: Sample;
  readonly completion: Sample;
  /** Resident after all that, in bytes. */
  readonly memory: number | undefined;
}

const ROUNDS_IN_TURN = 10;
const WARM_UP = 10;

/** The requests of the report, by their names. */
const LETTER = 'a letter in a sentence';
const CODE_ACTIONS = 'code actions';
const COMPLETION = 'completion: a task ID';

/** The same work in a folder of each size, in turns. */
export async function editorFigures(sizes: readonly number[], turns: number): Promise<EditorFigures[]> {
  const authors: Author[] = [];
  for (const pages of sizes) authors.push(await Author.open(pages));
  await inTurns(authors.map((author) => ({ rounds: turns, measure: () => author.work(ROUNDS_IN_TURN) })));
  const figures = authors.map((author) => author.figures());
  for (const author of authors) await author.leave();
  return figures;
}

/** Types a letter, and asks for fixes and completion, again and again. */
class Author {
  readonly #editor: Editor;
  readonly #reopened: number;
  readonly #times = new Map<string, number[]>();

  private constructor(editor: Editor, reopened: number) {
    this.#editor = editor;
    this.#reopened = reopened;
  }

  static async open(pages: number): Promise<Author> {
    const repository = generatedRepository(pages);
    const cache = repository.cache('editor');
    const editor = await Editor.openFolder(pages, repository, oursWithCache(cache));
    await untilKept(cache);
    const second = await Editor.openFolder(pages, repository, oursWithCache(cache));
    await second.close();
    const author = new Author(editor, second.indexed);
    await author.work(WARM_UP);
    author.#times.clear();
    return author;
  }

  async work(rounds: number): Promise<void> {
    const requests = this.#editor.requests().filter(({ name }) => [LETTER, CODE_ACTIONS, COMPLETION].includes(name));
    for (let round = 0; round < rounds; round++) {
      for (const { name, ask } of requests) {
        const start = performance.now();
        await ask();
        const time = performance.now() - start;
        this.#times.set(name, [...(this.#times.get(name) ?? []), time]);
      }
    }
  }

  figures(): EditorFigures {
    const { pages, firstProblems, indexed, memory } = this.#editor;
    const sample = (name: string): Sample => sampleOf(this.#times.get(name) ?? []);
    return {
      pages,
      firstProblems,
      indexed,
      reopened: this.#reopened,
      letter: sample(LETTER),
      codeActions: sample(CODE_ACTIONS),
      completion: sample(COMPLETION),
      memory,
    };
  }

  leave(): Promise<void> {
    return this.#editor.close();
  }
}

/** In milliseconds. */
const LONGEST_WAIT = 300_000;
const BETWEEN_LOOKS = 100;

/** Waits until the server has written the facts about all pages, which it does in the background. */
async function untilKept(cache: string): Promise<void> {
  const isKept = (): boolean =>
    existsSync(cache) && readdirSync(cache, { recursive: true }).some((name) => String(name).endsWith('.cache'));
  for (const end = performance.now() + LONGEST_WAIT; !isKept(); await setTimeout(BETWEEN_LOOKS))
    if (performance.now() > end) throw new Error(`Nothing was kept in ${cache}`);
}
