import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generatedRepository, uriIn, type Repository } from './report/repository.js';
import { caretAt, OURS, ServerClient, type Caret, type LanguageServer } from './server-client.js';

/** Something that an author waits for. `prepare` comes before it each time, and isn't measured. */
export interface Request {
  readonly name: string;
  readonly prepare?: () => Promise<unknown>;
  readonly ask: () => Promise<unknown>;
}

interface Place {
  readonly name: string;
  /** The first line that contains the text; the caret is after it. */
  readonly after: string;
}

/** The first task that is on many pages. */
const ROW = '| 9';

const LETTERS: readonly Place[] = [
  { name: 'in a sentence', after: 'the customer' },
  { name: 'in a heading', after: '## ' },
  { name: 'in the name of a shared task', after: ROW },
  { name: 'in the front matter', after: 'description: ' },
];
const COMPLETIONS: readonly Place[] = [
  { name: 'a task ID', after: ROW },
  { name: 'a value of the front matter', after: 'ms.author: ' },
  { name: 'a key of the front matter', after: 'ms.' },
  { name: 'a label', after: '**' },
];

/** An editor that has a folder of generated pages open, and one page in it. */
export class Editor {
  readonly pages: number;
  /** From the start of the server to the problems of the page, and to the end of reading the folder, in milliseconds. */
  readonly firstProblems: number;
  readonly indexed: number;
  readonly #client: ServerClient;
  readonly #text: string;

  private constructor(pages: number, client: ServerClient, text: string, times: readonly [number, number]) {
    this.pages = pages;
    [this.firstProblems, this.indexed] = times;
    this.#client = client;
    this.#text = text;
  }

  /** Until the server has read all pages. */
  static open(pages: number): Promise<Editor> {
    return Editor.openFolder(pages, generatedRepository(pages), OURS);
  }

  static async openFolder(pages: number, repository: Repository, server: LanguageServer): Promise<Editor> {
    const text = readFileSync(join(repository.folder, repository.page), 'utf8');
    const start = performance.now();
    const client = await ServerClient.start(server, {
      folderUri: pathToFileURL(repository.folder).href,
      pageUri: uriIn(repository, repository.page),
    });
    await client.open(text);
    await client.pull();
    const firstProblems = performance.now() - start;
    await client.indexed();
    const indexed = performance.now() - start;
    await client.pull();
    return new Editor(pages, client, text, [firstProblems, indexed]);
  }

  /** Resident, in bytes. */
  get memory(): number | undefined {
    return this.#client.memory();
  }

  requests(): Request[] {
    const client = this.#client;
    const asks = (name: string, method: string, params: object): Request => ({
      name,
      ask: () => client.ask(method, params),
    });
    const letters = LETTERS.map(({ name, after }): Request => {
      const caret = caretAfter(this.#text, after);
      return { name: `a letter ${name}`, ask: () => client.typeAndPull(caret, 'x') };
    });
    const completions = COMPLETIONS.map(({ name, after }) =>
      asks(`completion: ${name}`, 'textDocument/completion', { position: positionAfter(this.#text, after) }),
    );
    const position = positionAfter(this.#text, ROW);
    const range = { start: position, end: position };
    const others = [
      asks('code actions', 'textDocument/codeAction', { range, context: { diagnostics: [] } }),
      asks('hover', 'textDocument/hover', { position }),
      asks('definition', 'textDocument/definition', { position }),
      asks('inlay hints', 'textDocument/inlayHint', { range: { start: { line: 0, character: 0 }, end: position } }),
      asks('links', 'textDocument/documentLink', {}),
      asks('code lenses', 'textDocument/codeLens', {}),
    ];
    return [...letters, ...[...completions, ...others].flatMap((request) => [request, this.#afterLetter(request)])];
  }

  /** The same when the page has just changed, so that nothing about it is known. */
  #afterLetter({ name, ask }: Request): Request {
    const heading = caretAfter(this.#text, '## ');
    return { name: `${name}, after a letter`, prepare: () => this.#client.typeAndPull(heading, 'x'), ask };
  }

  /** Undoes all that was typed. */
  async restore(): Promise<void> {
    await this.#client.replaceAll(this.#text);
  }

  close(): Promise<void> {
    return this.#client.stop();
  }
}

function caretAfter(text: string, after: string): Caret {
  const at = text.indexOf(after);
  if (at === -1) throw new Error(`No "${after}" on the page`);
  return caretAt(text, at + after.length);
}

function positionAfter(text: string, after: string): { line: number; character: number } {
  const { line, column } = caretAfter(text, after);
  return { line, character: column };
}
