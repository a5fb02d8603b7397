import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { caretAt, OURS, ServerClient, type Caret } from '../server-client.js';
import { generatedRepository, uriIn, type Repository } from './repository.js';
import { sampleOf, type Sample } from './statistics.js';
import { inTurns } from './turns.js';

/** An editor that has a folder with so many pages open, in milliseconds. */
export interface EditorFigures {
  readonly pages: number;
  /** From the start of the server to the problems of the first page, and to the end of reading the folder. */
  readonly firstProblems: number;
  readonly indexed: number;
  readonly letter: Sample;
  readonly codeActions: Sample;
  readonly completion: Sample;
  /** Resident after all that, in bytes. */
  readonly memory: number | undefined;
}

const ROUNDS_IN_TURN = 10;
const WARM_UP = 10;

/** The same work in a folder of each size, in turns. */
export async function editorFigures(sizes: readonly number[], turns: number): Promise<EditorFigures[]> {
  const editors: Editor[] = [];
  for (const pages of sizes) editors.push(await Editor.open(generatedRepository(pages), pages));
  await inTurns(editors.map((editor) => ({ rounds: turns, measure: () => editor.work(ROUNDS_IN_TURN) })));
  const figures = editors.map((editor) => editor.figures());
  for (const editor of editors) await editor.close();
  return figures;
}

interface Start {
  readonly pages: number;
  readonly firstProblems: number;
  readonly indexed: number;
}

class Editor {
  readonly #client: ServerClient;
  readonly #start: Start;
  readonly #inSentence: Caret;
  readonly #inRow: Caret;
  readonly #letter: number[] = [];
  readonly #codeActions: number[] = [];
  readonly #completion: number[] = [];

  private constructor(client: ServerClient, start: Start, text: string) {
    this.#client = client;
    this.#start = start;
    this.#inSentence = caretAt(text, text.indexOf('\n\n', text.indexOf('\n## ')) + 3);
    this.#inRow = caretAt(text, text.indexOf(WRONG_ROW) + WRONG_ROW.indexOf('Z') + 1);
  }

  static async open(repository: Repository, pages: number): Promise<Editor> {
    const text = withWrongRow(readFileSync(join(repository.folder, repository.page), 'utf8'));
    const start = performance.now();
    const client = await ServerClient.start(OURS, {
      folderUri: pathToFileURL(repository.folder).href,
      pageUri: uriIn(repository, repository.page),
    });
    await client.open(text);
    if ((await client.pull()) === 0) throw new Error('The first answer has no problem, but the page has one');
    const firstProblems = performance.now() - start;
    await client.indexed();
    const editor = new Editor(client, { pages, firstProblems, indexed: performance.now() - start }, text);
    await editor.work(WARM_UP);
    editor.#forget();
    return editor;
  }

  async work(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      this.#letter.push(await duration(() => this.#client.typeAndPull(this.#inSentence, 'x')));
      this.#codeActions.push(await duration(() => this.#client.codeActions(this.#inRow)));
      this.#completion.push(await duration(() => this.#client.completions(this.#inRow)));
    }
  }

  figures(): EditorFigures {
    return {
      ...this.#start,
      letter: sampleOf(this.#letter),
      codeActions: sampleOf(this.#codeActions),
      completion: sampleOf(this.#completion),
      memory: this.#client.memory(),
    };
  }

  close(): Promise<void> {
    return this.#client.stop();
  }

  #forget(): void {
    for (const times of [this.#letter, this.#codeActions, this.#completion]) times.length = 0;
  }
}

/** It has a wrong letter, so every page has a problem, and a place for quick fixes and suggestions. */
const WRONG_ROW = '| 8999 | Check the list | Z | FastTrack Engineer | Exchange |';

function withWrongRow(text: string): string {
  return text.replace(/^\| 9\d\d \|.*$/m, (row) => `${row}\n${WRONG_ROW}`);
}

async function duration(work: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const answers = await work();
  if (answers === 0) throw new Error('The server answered with nothing, so nothing was measured');
  return performance.now() - start;
}
