import { allRules, createLinter, parsePlaybook, updatePlaybook } from '../../../server/src/core/index.js';
import { pageWithRows } from '../documents.js';
import { longIds } from '../long-ids.js';
import { ourServer } from './language-servers.js';
import { sampleOf, type Sample } from './statistics.js';
import { inTurns } from './turns.js';
import { Typist } from './typing.js';

/** A letter in a task table with so many rows, in milliseconds. */
export interface GrowthFigures {
  readonly rows: number;
  /** From the letter to the problems, over standard input and output. */
  readonly stdio: Sample;
  /** The part of the parser and the rules. */
  readonly engine: Sample;
}

const ROWS = [100, 300, 1000, 3000, 10_000, 35_000];
const LETTERS = 10;
const WARM_UP = 10;
const TODAY = '2026-11-21';
const { lint: CONFIG, vocabulary: VOCABULARY } = longIds();

export async function growthFigures(turns: number): Promise<GrowthFigures[]> {
  const pages: GrowingPage[] = [];
  for (const rows of ROWS) pages.push(await GrowingPage.open(rows));
  await inTurns(pages.map((page) => ({ rounds: turns, measure: () => page.type() })));
  const figures = pages.map((page) => page.figures());
  for (const page of pages) await page.close();
  return figures;
}

/** A page that is open in a server and in this process. */
class GrowingPage {
  readonly #rows: number;
  readonly #typist: Typist;
  readonly #engine: Engine;

  private constructor(rows: number, typist: Typist, engine: Engine) {
    this.#rows = rows;
    this.#typist = typist;
    this.#engine = engine;
  }

  static async open(rows: number): Promise<GrowingPage> {
    const page = pageWithRows(rows);
    return new GrowingPage(rows, await Typist.start(ourServer, page), new Engine(page.text, page.caret));
  }

  async type(): Promise<void> {
    await this.#typist.type(LETTERS);
    this.#engine.type(LETTERS);
  }

  figures(): GrowthFigures {
    return { rows: this.#rows, stdio: this.#typist.figures().letter, engine: sampleOf(this.#engine.times) };
  }

  close(): Promise<void> {
    return this.#typist.stop();
  }
}

/** The parser and the rules without a server. */
class Engine {
  readonly times: number[] = [];
  readonly #linter = createLinter(allRules);
  readonly #caret: number;
  #playbook;

  constructor(text: string, caret: number) {
    this.#caret = caret;
    this.#playbook = parsePlaybook({ uri: 'file:///bench/page.md', text }, VOCABULARY);
    this.#lint();
    this.type(WARM_UP);
    this.times.length = 0;
  }

  type(letters: number): void {
    for (let count = 0; count < letters; count++) {
      const { text } = this.#playbook;
      const start = performance.now();
      this.#playbook = updatePlaybook(this.#playbook, `${text.slice(0, this.#caret)}x${text.slice(this.#caret)}`);
      this.#lint();
      this.times.push(performance.now() - start);
    }
  }

  #lint(): void {
    this.#linter.lint({ playbook: this.#playbook, config: CONFIG, today: TODAY });
  }
}
